import { latOf, lngOf, worldX, worldY } from './mercator.js';

const STEPS = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const LEAST_PIXELS = 130;
const STRENGTHS = 6;
/** Too narrow for labels beside the controls. */
const UNLABELLED_WIDTH = 560;
const FONT = 'Inter, system-ui, sans-serif';

/** What lies still: the cells with demand or supply, and a graticule to measure by. */
export class Ground {
  /** demand | supply | none */
  shown = 'demand';

  #cells = [];

  take(cells) {
    this.#cells = cells.map((cell) => ({
      demand: Number(cell.demand) || 0,
      supply: Number(cell.supply) || 0,
      ring: cell.ring.map(([lat, lng]) => ({ x: worldX(lng), y: worldY(lat) })),
    }));
  }

  paint(context, view, colours) {
    if (this.shown !== 'none') this.#paintCells(context, view, colours);
    this.#paintGraticule(context, view, colours);
  }

  /** The cell under a pixel. */
  at(px, py, view) {
    if (this.shown === 'none') return null;
    const x = (px - view.offsetX) / view.scale;
    const y = (py - view.offsetY) / view.scale;
    return this.#cells.find((cell) => inside(cell.ring, x, y)) ?? null;
  }

  /** Cells of one strength are one path: the fewer fills, the faster. */
  #paintCells(context, view, colours) {
    const figure = (cell) => cell[this.shown];
    const most = Math.max(1, ...this.#cells.map(figure));
    const paths = Array.from({ length: STRENGTHS + 1 }, () => new Path2D());
    const labels = [];
    for (const cell of this.#cells) {
      const value = figure(cell);
      if (value <= 0) continue;
      const first = cell.ring[0];
      if (!view.shows(view.x(first.x), view.y(first.y), 400)) continue;
      const path = paths[Math.ceil(STRENGTHS * (value / most) ** 0.7)];
      cell.ring.forEach((corner, i) => {
        if (i === 0) path.moveTo(view.x(corner.x), view.y(corner.y));
        else path.lineTo(view.x(corner.x), view.y(corner.y));
      });
      path.closePath();
      labels.push({ cell, value });
    }
    const colour = this.shown === 'demand' ? colours.demand : colours.supply;
    context.fillStyle = context.strokeStyle = colour;
    context.lineWidth = 1;
    paths.forEach((path, strength) => {
      context.globalAlpha = 0.02 + (0.42 * strength) / STRENGTHS;
      context.fill(path);
      context.globalAlpha = 0.1 + (0.3 * strength) / STRENGTHS;
      context.stroke(path);
    });
    context.globalAlpha = 1;
    if (view.zoom >= 13.2) this.#paintLabels(context, view, labels, colour);
  }

  #paintLabels(context, view, labels, colour) {
    context.font = `600 11px ${FONT}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = colour;
    context.globalAlpha = 0.75;
    for (const { cell, value } of labels) {
      const x = cell.ring.reduce((sum, corner) => sum + corner.x, 0) / cell.ring.length;
      const y = cell.ring.reduce((sum, corner) => sum + corner.y, 0) / cell.ring.length;
      context.fillText(String(value), view.x(x), view.y(y));
    }
    context.globalAlpha = 1;
  }

  #paintGraticule(context, view, colours) {
    const degrees = 360 / view.scale;
    const step = STEPS.findLast((each) => each / degrees >= LEAST_PIXELS) ?? STEPS[0];
    const digits = Math.max(0, Math.ceil(-Math.log10(step)));
    const labelled = view.width > UNLABELLED_WIDTH;
    const west = lngOf(-view.offsetX / view.scale);
    const east = lngOf((view.width - view.offsetX) / view.scale);
    const north = latOf(-view.offsetY / view.scale);
    const south = latOf((view.height - view.offsetY) / view.scale);
    context.strokeStyle = colours.line;
    context.fillStyle = colours.label;
    context.lineWidth = 1;
    context.font = `10px ${FONT}`;
    context.textBaseline = 'top';
    context.textAlign = 'left';
    context.beginPath();
    for (let n = Math.ceil(west / step); n * step < east; n++) {
      const x = Math.round(view.x(worldX(n * step))) + 0.5;
      context.moveTo(x, 0);
      context.lineTo(x, view.height);
      if (labelled && x < view.width - 70) context.fillText(degreesOf(n * step, digits, 'E', 'W'), x + 4, view.height - 14);
    }
    for (let n = Math.ceil(south / step); n * step < north; n++) {
      const y = Math.round(view.y(worldY(n * step))) + 0.5;
      context.moveTo(0, y);
      context.lineTo(view.width, y);
      if (labelled && y > 44 && y < view.height - 60) context.fillText(degreesOf(n * step, digits, 'N', 'S'), 6, y + 3);
    }
    context.stroke();
  }
}


const degreesOf = (value, digits, positive, negative) => `${Math.abs(value).toFixed(digits)}° ${value < 0 ? negative : positive}`;

function inside(ring, x, y) {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i];
    const b = ring[j];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) within = !within;
  }
  return within;
}
