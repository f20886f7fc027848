const KEPT = 1 << 17;
/** After this long a trail has faded away. */
const LIFE_MILLIS = 12 * 60_000;
const REDRAWN_EVERY_MILLIS = 10_000;
const SETTLED_MILLIS = 160;
const BATCH = 1024;
const BATCHES_A_FRAME = 3;
const FAINTEST = 0.05;
const STRONGEST = 0.34;

/**
 * The ways that captains drove, as faint lines that fade with age: where many drive, roads appear.
 * Drawn on a canvas that nobody sees. New ways are added to it as they come; all of them are drawn
 * anew, a few a frame on a second canvas, when the view has moved and for the fading.
 */
export class Trails {
  /** Something new is on the canvas. */
  changed = false;

  #segments = new Float64Array(KEPT * 4);
  #times = new Float64Array(KEPT);
  #added = 0;
  #front = sheet();
  #back = sheet();
  #drawing = -1;
  #drawnAt = -Infinity;
  #wanted = false;
  #movedAt = 0;
  #fresh = 0;

  add(x0, y0, x1, y1, now) {
    const i = this.#added++ % KEPT;
    this.#segments.set([x0, y0, x1, y1], i * 4);
    this.#times[i] = now;
  }

  /** The view is another, or the colours are: what is drawn is no longer right. */
  outdate(now) {
    this.#wanted = true;
    this.#drawing = -1;
    this.#movedAt = now;
  }

  /** Does a little of what is to be done. */
  step(view, colour, now) {
    if (this.#drawing < 0 && this.#due(now)) this.#begin(view, now);
    if (this.#drawing >= 0) this.#continue(colour, now);
    else if (this.#fresh < this.#added) this.#addFresh(colour);
  }

  paint(context, view) {
    const front = this.#front;
    this.changed = false;
    if (front.scale === 0) return;
    const ratio = view.scale / front.scale;
    context.drawImage(front.canvas, view.offsetX - front.offsetX * ratio,
      view.offsetY - front.offsetY * ratio, front.canvas.width * ratio, front.canvas.height * ratio);
  }

  #due(now) {
    if (this.#wanted) return now - this.#movedAt > SETTLED_MILLIS;
    return this.#added > 0 && now - this.#drawnAt > REDRAWN_EVERY_MILLIS;
  }

  #begin(view, now) {
    this.#wanted = false;
    this.#drawnAt = now;
    this.#drawing = Math.max(0, this.#added - KEPT);
    take(this.#back, view);
  }

  #continue(colour, now) {
    for (let n = 0; n < BATCHES_A_FRAME && this.#drawing < this.#added; n++) {
      const end = Math.min(this.#added, this.#drawing + BATCH);
      const age = now - this.#times[(end - 1) % KEPT];
      if (age < LIFE_MILLIS) this.#stroke(this.#back, this.#drawing, end, colour, 1 - age / LIFE_MILLIS);
      this.#drawing = end;
    }
    if (this.#drawing < this.#added) return;
    [this.#front, this.#back] = [this.#back, this.#front];
    this.#drawing = -1;
    this.#fresh = this.#added;
    this.changed = true;
  }

  #addFresh(colour) {
    if (this.#front.scale === 0) return;
    this.#stroke(this.#front, Math.max(this.#fresh, this.#added - KEPT), this.#added, colour, 1);
    this.#fresh = this.#added;
    this.changed = true;
  }

  #stroke({ context, canvas, scale, offsetX, offsetY }, from, to, colour, youth) {
    context.strokeStyle = colour;
    context.globalAlpha = FAINTEST + (STRONGEST - FAINTEST) * youth;
    context.beginPath();
    for (let n = from; n < to; n++) {
      const i = (n % KEPT) * 4;
      const ax = this.#segments[i] * scale + offsetX;
      const ay = this.#segments[i + 1] * scale + offsetY;
      const bx = this.#segments[i + 2] * scale + offsetX;
      const by = this.#segments[i + 3] * scale + offsetY;
      const outside = (ax < 0 && bx < 0) || (ay < 0 && by < 0)
        || (ax > canvas.width && bx > canvas.width) || (ay > canvas.height && by > canvas.height);
      if (outside) continue;
      context.moveTo(ax, ay);
      context.lineTo(bx, by);
    }
    context.stroke();
  }
}

function sheet() {
  const canvas = document.createElement('canvas');
  return { canvas, context: canvas.getContext('2d'), scale: 0, offsetX: 0, offsetY: 0 };
}

function take(sheet, view) {
  sheet.canvas.width = Math.ceil(view.width);
  sheet.canvas.height = Math.ceil(view.height);
  sheet.scale = view.scale;
  sheet.offsetX = view.offsetX;
  sheet.offsetY = view.offsetY;
  sheet.context.lineCap = 'butt';
  sheet.context.lineWidth = Math.max(0.8, Math.min(2.6, 0.8 + (view.zoom - 11) * 0.4));
}
