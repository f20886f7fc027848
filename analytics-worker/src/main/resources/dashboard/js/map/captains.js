import { worldX, worldY, worldPerMeter } from './mercator.js';
import { HEADINGS } from './sprites.js';

const FREE = 0;
const BUSY = 1;
const STALE = 2;
const STATES = { free: FREE, busy: BUSY, stale: STALE };
/** Who jumps further than this between two reports did not drive there before our eyes. */
const JUMP_METERS = 2000;
const LONGEST_GLIDE = 6000;
const SHORTEST_GLIDE = 400;
const LEAST_TRAIL_METERS = 12;

/**
 * Captains in flat arrays, so that thousands are moved and drawn in every frame without garbage.
 * Each glides from where it is drawn to its newest position, for as long as it took to report it.
 */
export class Captains {
  size = 0;
  glide = true;

  #capacity = 0;
  #ids = [];
  #indexes = new Map();
  #state;
  #x; #y;
  #fromX; #fromY; #toX; #toY;
  #start; #end;
  #trailX; #trailY;
  #heading;
  #restAt = 0;
  #onTrail;

  constructor(onTrail) {
    this.#onTrail = onTrail;
    this.#grow(2048);
  }

  apply({ whole, changed, gone }, now) {
    if (whole) this.#clear();
    for (const captain of changed) this.#take(captain, now);
    for (const id of gone) this.#drop(id);
  }

  /** Whether anybody is still on the way. */
  moving(now) {
    return now < this.#restAt;
  }

  move(now) {
    for (let i = 0; i < this.size; i++) {
      const end = this.#end[i];
      const share = now >= end ? 1 : (now - this.#start[i]) / (end - this.#start[i]);
      this.#x[i] = this.#fromX[i] + (this.#toX[i] - this.#fromX[i]) * share;
      this.#y[i] = this.#fromY[i] + (this.#toY[i] - this.#fromY[i]) * share;
    }
  }

  /** Draws who is stale first and who is busy last, so that what matters lies on top. */
  draw(context, view, sprites) {
    this.#drawState(context, view, sprites, STALE);
    this.#drawState(context, view, sprites, FREE);
    this.#drawState(context, view, sprites, BUSY);
  }

  /** The captain drawn nearest to a pixel, within reach. */
  at(px, py, view, reach) {
    let best = -1;
    let least = reach * reach;
    for (let i = 0; i < this.size; i++) {
      const dx = view.x(this.#x[i]) - px;
      const dy = view.y(this.#y[i]) - py;
      const square = dx * dx + dy * dy;
      if (square < least) {
        least = square;
        best = i;
      }
    }
    return best < 0 ? null : this.#ids[best];
  }

  placeOf(id) {
    const i = this.#indexes.get(id);
    return i === undefined ? null : { x: this.#x[i], y: this.#y[i] };
  }

  #drawState(context, view, sprites, state) {
    const { image, cell, shown } = sprites;
    const half = shown / 2;
    const { scale, offsetX, offsetY, width, height } = view;
    const row = state * cell;
    for (let i = 0; i < this.size; i++) {
      if (this.#state[i] !== state) continue;
      const px = this.#x[i] * scale + offsetX;
      const py = this.#y[i] * scale + offsetY;
      if (px < -half || py < -half || px > width + half || py > height + half) continue;
      const column = state === BUSY ? this.#heading[i] * cell : 0;
      context.drawImage(image, column, row, cell, cell, px - half, py - half, shown, shown);
    }
  }

  #take(captain, now) {
    const x = worldX(captain.lng);
    const y = worldY(captain.lat);
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    const i = this.#indexes.get(captain.id);
    if (i === undefined) this.#add(captain, x, y, now);
    else this.#update(i, captain, x, y, now);
  }

  #add(captain, x, y, now) {
    if (this.size === this.#capacity) this.#grow(this.#capacity * 2);
    const i = this.size++;
    this.#ids[i] = captain.id;
    this.#indexes.set(captain.id, i);
    this.#state[i] = STATES[captain.state] ?? STALE;
    for (const xs of [this.#x, this.#fromX, this.#toX, this.#trailX]) xs[i] = x;
    for (const ys of [this.#y, this.#fromY, this.#toY, this.#trailY]) ys[i] = y;
    this.#start[i] = this.#end[i] = now;
    this.#heading[i] = 0;
  }

  #update(i, captain, x, y, now) {
    this.#state[i] = STATES[captain.state] ?? STALE;
    if (x === this.#toX[i] && y === this.#toY[i]) return;
    const perMeter = worldPerMeter(y);
    const meters = Math.hypot(x - this.#toX[i], y - this.#toY[i]) / perMeter;
    if (meters > JUMP_METERS) {
      this.#trailX[i] = x;
      this.#trailY[i] = y;
    } else {
      this.#leaveTrail(i, perMeter);
    }
    if (meters > 3) this.#turn(i, x - this.#toX[i], y - this.#toY[i]);
    const glides = this.glide && meters <= JUMP_METERS;
    const lasts = Math.max(SHORTEST_GLIDE, Math.min(LONGEST_GLIDE, now - this.#start[i]));
    this.#fromX[i] = glides ? this.#x[i] : x;
    this.#fromY[i] = glides ? this.#y[i] : y;
    this.#toX[i] = x;
    this.#toY[i] = y;
    this.#start[i] = now;
    this.#end[i] = glides ? now + lasts : now;
    this.#restAt = Math.max(this.#restAt, this.#end[i]);
  }

  /** A trail ends where its captain is drawn, not where it will be. */
  #leaveTrail(i, perMeter) {
    const length = Math.hypot(this.#toX[i] - this.#trailX[i], this.#toY[i] - this.#trailY[i]);
    if (length < LEAST_TRAIL_METERS * perMeter) return;
    this.#onTrail(this.#trailX[i], this.#trailY[i], this.#toX[i], this.#toY[i]);
    this.#trailX[i] = this.#toX[i];
    this.#trailY[i] = this.#toY[i];
  }

  #turn(i, dx, dy) {
    const turns = Math.atan2(dx, -dy) / (2 * Math.PI);
    this.#heading[i] = (Math.round(turns * HEADINGS) + HEADINGS) % HEADINGS;
  }

  #drop(id) {
    const i = this.#indexes.get(id);
    if (i === undefined) return;
    const last = --this.size;
    this.#indexes.delete(id);
    if (i !== last) {
      for (const array of this.#arrays()) array[i] = array[last];
      this.#ids[i] = this.#ids[last];
      this.#indexes.set(this.#ids[i], i);
    }
    this.#ids.length = last;
  }

  #clear() {
    this.size = 0;
    this.#ids.length = 0;
    this.#indexes.clear();
  }

  #arrays() {
    return [this.#state, this.#heading, this.#x, this.#y, this.#fromX, this.#fromY, this.#toX,
      this.#toY, this.#start, this.#end, this.#trailX, this.#trailY];
  }

  #grow(capacity) {
    const grown = (old, Type) => {
      const array = new Type(capacity);
      if (old) array.set(old);
      return array;
    };
    this.#state = grown(this.#state, Uint8Array);
    this.#heading = grown(this.#heading, Uint8Array);
    this.#x = grown(this.#x, Float64Array);
    this.#y = grown(this.#y, Float64Array);
    this.#fromX = grown(this.#fromX, Float64Array);
    this.#fromY = grown(this.#fromY, Float64Array);
    this.#toX = grown(this.#toX, Float64Array);
    this.#toY = grown(this.#toY, Float64Array);
    this.#start = grown(this.#start, Float64Array);
    this.#end = grown(this.#end, Float64Array);
    this.#trailX = grown(this.#trailX, Float64Array);
    this.#trailY = grown(this.#trailY, Float64Array);
    this.#capacity = capacity;
  }
}
