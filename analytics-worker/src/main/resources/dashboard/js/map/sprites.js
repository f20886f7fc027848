/** In how many directions the arrow of a busy captain is kept ready. */
export const HEADINGS = 24;

const ROWS = 3;

/**
 * The captains' signs, drawn once: a disc is free, an arrow (where it goes) is busy, a hollow ring
 * has fallen silent. Shape as well as colour, for who can not tell the colours apart.
 */
export class Sprites {
  image = document.createElement('canvas');
  cell = 0;
  shown = 0;

  #made = '';

  /** Draws them anew where size, resolution or colours are others than last time. */
  prepare(zoom, ratio, colours) {
    const radius = Math.round(2 * Math.max(2.2, Math.min(6, 2.4 + (zoom - 10) * 0.62))) / 2;
    const made = `${radius} ${ratio} ${colours.free} ${colours.busy} ${colours.stale} ${colours.halo}`;
    if (made === this.#made) return;
    this.#made = made;
    this.cell = Math.ceil((radius * 2 + 5) * ratio);
    this.shown = this.cell / ratio;
    this.image.width = this.cell * HEADINGS;
    this.image.height = this.cell * ROWS;
    const context = this.image.getContext('2d');
    this.#at(context, ratio, 0, 0, () => disc(context, radius, colours.free, colours.halo));
    for (let heading = 0; heading < HEADINGS; heading++) {
      this.#at(context, ratio, heading, 1, () => {
        context.rotate((heading / HEADINGS) * 2 * Math.PI);
        arrow(context, radius, colours.busy, colours.halo);
      });
    }
    this.#at(context, ratio, 0, 2, () => ring(context, radius, colours.stale));
  }

  #at(context, ratio, column, row, draw) {
    context.setTransform(ratio, 0, 0, ratio, (column + 0.5) * this.cell, (row + 0.5) * this.cell);
    draw();
  }
}

function disc(context, radius, colour, halo) {
  context.beginPath();
  context.arc(0, 0, radius * 0.86, 0, 2 * Math.PI);
  finish(context, colour, halo);
}

function arrow(context, radius, colour, halo) {
  const r = radius * 1.15;
  context.beginPath();
  context.moveTo(0, -r);
  context.lineTo(r * 0.82, r * 0.8);
  context.lineTo(0, r * 0.42);
  context.lineTo(-r * 0.82, r * 0.8);
  context.closePath();
  finish(context, colour, halo);
}

function ring(context, radius, colour) {
  context.beginPath();
  context.arc(0, 0, radius * 0.72, 0, 2 * Math.PI);
  context.lineWidth = Math.max(1, radius * 0.3);
  context.strokeStyle = colour;
  context.stroke();
}

function finish(context, colour, halo) {
  context.lineJoin = 'round';
  context.lineWidth = 1.6;
  context.strokeStyle = halo;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
}
