import { toneOf } from '../format.js';
import { worldPerMeter, worldX, worldY } from './mercator.js';

const PULSE_MILLIS = 2200;
const POP_MILLIS = 900;
const REACH_DASHES = [5, 5];
const NO_DASHES = [];
const SMALLEST_PULSE = 14;
const LARGEST_PULSE = 90;

/** Bookings and orders: pulsing while they are searched for, with how far the last wave reached. */
export class Bookings {
  /** Whose sign is emphasised. */
  selected = null;
  animate = true;

  #places = new Map();
  #popsUntil = 0;

  apply(bookings, now) {
    const before = this.#places;
    this.#places = new Map();
    for (const booking of bookings.values()) {
      const x = worldX(booking.lng);
      const y = worldY(booking.lat);
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      const old = before.get(booking.id);
      const same = old?.booking.status === booking.status;
      const place = { booking, x, y, radius: (Number(booking.radiusMeters) || 0) * worldPerMeter(y), since: same ? old.since : now };
      const winner = booking.winner;
      place.winner = winner ? { x: worldX(winner.lng), y: worldY(winner.lat) } : null;
      this.#places.set(booking.id, place);
      if (!same && old) this.#popsUntil = now + POP_MILLIS;
    }
  }

  moving(now) {
    if (!this.animate) return false;
    if (now < this.#popsUntil) return true;
    for (const { booking } of this.#places.values()) if (searching(booking)) return true;
    return false;
  }

  placeOf(id) {
    return this.#places.get(id) ?? null;
  }

  at(px, py, view, reach) {
    let best = null;
    let least = reach;
    for (const { booking, x, y } of this.#places.values()) {
      const away = Math.hypot(view.x(x) - px, view.y(y) - py);
      if (away < least) {
        least = away;
        best = booking;
      }
    }
    return best;
  }

  draw(context, view, colours, now) {
    for (const place of this.#places.values()) {
      const px = view.x(place.x);
      const py = view.y(place.y);
      const reach = place.radius * view.scale;
      if (!view.shows(px, py, Math.max(40, reach)) && !place.winner) continue;
      const colour = colours[toneOf(place.booking.status)];
      if (searching(place.booking)) this.#drawSearch(context, place, px, py, reach, colour, now);
      else this.#drawOutcome(context, view, place, px, py, colour, now);
      this.#drawSign(context, place.booking, px, py, colour, colours.halo);
    }
    context.globalAlpha = 1;
  }

  #drawSearch(context, place, px, py, reach, colour, now) {
    context.strokeStyle = colour;
    if (reach > 6) {
      context.globalAlpha = 0.5;
      context.lineWidth = 1.2;
      context.setLineDash(REACH_DASHES);
      circle(context, px, py, reach);
      context.setLineDash(NO_DASHES);
    }
    if (!this.animate) return;
    const largest = Math.max(SMALLEST_PULSE, Math.min(LARGEST_PULSE, reach || SMALLEST_PULSE * 2));
    const share = ((now - place.since) % PULSE_MILLIS) / PULSE_MILLIS;
    context.lineWidth = 2;
    context.globalAlpha = 0.75 * (1 - share);
    circle(context, px, py, 5 + (largest - 5) * Math.sqrt(share));
  }

  #drawOutcome(context, view, place, px, py, colour, now) {
    context.strokeStyle = colour;
    if (place.winner) {
      context.globalAlpha = 0.85;
      context.lineWidth = 1.6;
      context.beginPath();
      context.moveTo(px, py);
      context.lineTo(view.x(place.winner.x), view.y(place.winner.y));
      context.stroke();
      context.lineWidth = 2;
      circle(context, view.x(place.winner.x), view.y(place.winner.y), 7);
    }
    const share = (now - place.since) / POP_MILLIS;
    if (!this.animate || share >= 1) return;
    context.globalAlpha = 1 - share;
    context.lineWidth = 2.5;
    circle(context, px, py, 6 + 26 * share);
  }

  /** A diamond is a booking, a square is an order; a cross is one that came to nothing. */
  #drawSign(context, booking, px, py, colour, halo) {
    const r = booking.id === this.selected ? 8 : 5.5;
    context.globalAlpha = 1;
    if (booking.id === this.selected) {
      context.strokeStyle = colour;
      context.lineWidth = 2;
      circle(context, px, py, 14);
    }
    context.beginPath();
    if (toneOf(booking.status) === 'bad') cross(context, px, py, r);
    else if (booking.kind === 'order') context.rect(px - r * 0.85, py - r * 0.85, r * 1.7, r * 1.7);
    else diamond(context, px, py, r);
    context.lineWidth = toneOf(booking.status) === 'bad' ? 5 : 3;
    context.strokeStyle = halo;
    context.stroke();
    if (toneOf(booking.status) === 'bad') {
      context.lineWidth = 2.4;
      context.strokeStyle = colour;
      context.stroke();
    } else {
      context.fillStyle = colour;
      context.fill();
    }
  }
}

const searching = (booking) => toneOf(booking.status) === 'wave';

function circle(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}

function diamond(context, x, y, r) {
  context.moveTo(x, y - r);
  context.lineTo(x + r, y);
  context.lineTo(x, y + r);
  context.lineTo(x - r, y);
  context.closePath();
}

function cross(context, x, y, r) {
  const d = r * 0.7;
  context.moveTo(x - d, y - d);
  context.lineTo(x + d, y + d);
  context.moveTo(x + d, y - d);
  context.lineTo(x - d, y + d);
}
