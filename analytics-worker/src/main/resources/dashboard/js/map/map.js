/* global L */
import { byId, el, setText } from '../dom.js';
import { count, distance, shortId, vehicleType, words } from '../format.js';
import { dispatchLayer } from './layer.js';
import { lngOf, latOf } from './mercator.js';

const START = [12.9716, 77.5946];
const START_ZOOM = 12;
const BOOKING_REACH = 16;
const CAPTAIN_REACH = 10;
const STATES = [['free', 'Free'], ['busy', 'On a job'], ['stale', 'Silent']];
const LAYERS = [['demand', 'Demand'], ['supply', 'Supply'], ['none', 'No cells']];

/** The live map: Leaflet for looking around, our own layer for all that is seen. */
export class LiveMap {
  #state;
  #map;
  #layer;
  #legend;
  #onSelect;
  #fitted = false;

  constructor(state, theme, frames, onSelect) {
    this.#state = state;
    this.#onSelect = onSelect;
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    this.#map = L.map('map', {
      center: START, zoom: START_ZOOM, minZoom: 4, maxZoom: 18, zoomSnap: 0.5,
      attributionControl: false, zoomControl: false,
      zoomAnimation: !calm.matches, inertia: !calm.matches,
    });
    L.control.zoom({ position: 'bottomright' }).addTo(this.#map);
    L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(this.#map);
    this.#layer = dispatchLayer(this.#map, theme, frames);
    const still = () => {
      this.#layer.captains.glide = this.#layer.bookings.animate = !calm.matches;
    };
    calm.addEventListener('change', still);
    still();
    this.#listen();
    this.#pointer();
    this.#legend = legend();
    this.#layers();
    this.#note();
    new ResizeObserver(() => this.#map.invalidateSize({ pan: false })).observe(byId('map'));
  }

  /** Emphasises a booking, moves to it where it is out of sight, and joins it to who was asked. */
  select(id, decisions = []) {
    this.#layer.bookings.selected = id;
    const place = id === null ? null : this.#layer.bookings.placeOf(id);
    if (place) this.#bringInto(place);
    this.#layer.links(place === null ? [] : decisions.map((decision) => (
      { from: place, driver: decision.driverId, strong: decision.outcome === 'accepted' })));
    this.#layer.repaint();
  }

  get captains() {
    return this.#layer.captains.size;
  }

  #listen() {
    const layer = this.#layer;
    this.#state.on('captains', (change) => {
      layer.captains.apply(change, performance.now());
      layer.repaintAbove();
      this.#counts();
    });
    this.#state.on('bookings', () => layer.bookings.apply(this.#state.bookings, performance.now()));
    this.#state.on('cells', (cells) => layer.ground.take(cells));
    this.#state.on('snapshot', () => this.#fit());
    for (const part of ['bookings', 'cells', 'snapshot']) this.#state.on(part, () => layer.repaint());
    for (const part of ['captains', 'bookings', 'snapshot']) this.#state.on(part, () => this.#note());
  }

  /** The first that is known decides what is looked at; from then on who looks does. */
  #fit() {
    const places = [...this.#state.captains.values(), ...this.#state.bookings.values()];
    if (this.#fitted || places.length === 0) return;
    this.#fitted = true;
    const middle = (values) => values.sort((a, b) => a - b);
    const lats = middle(places.map((place) => place.lat).filter(Number.isFinite));
    const lngs = middle(places.map((place) => place.lng).filter(Number.isFinite));
    const at = (values, share) => values[Math.round((values.length - 1) * share)];
    this.#map.fitBounds([[at(lats, 0.04), at(lngs, 0.04)], [at(lats, 0.96), at(lngs, 0.96)]],
      { maxZoom: 14, animate: false });
  }

  #counts() {
    const counts = { free: 0, busy: 0, stale: 0 };
    for (const { state } of this.#state.captains.values()) counts[state in counts ? state : 'stale']++;
    for (const [state, node] of this.#legend) setText(node, count(counts[state]));
  }

  #note() {
    const note = byId('map-note');
    const nobody = this.#state.captains.size === 0;
    const nothing = this.#state.bookings.size === 0;
    note.hidden = !nobody && !nothing;
    if (nobody && nothing) setText(note, 'No captains and no bookings yet. They appear as soon as there are any.');
    else if (nobody) setText(note, 'No captains yet. They appear with their first position.');
    else if (nothing) setText(note, 'No bookings yet. They appear the moment they are made.');
  }

  #bringInto({ x, y }) {
    const { view } = this.#layer;
    const covered = byId('drawer').hidden ? 0 : Math.max(0, byId('map').getBoundingClientRect().right - byId('drawer').getBoundingClientRect().left);
    const px = view.x(x);
    const py = view.y(y);
    const seen = px > 40 && py > 40 && px < view.width - covered - 40 && py < view.height - 40;
    if (!seen && covered < view.width / 2) this.#map.panTo([latOf(y), lngOf(x + covered / 2 / view.scale)]);
  }

  #pointer() {
    const tip = byId('map-tip');
    const container = this.#map.getContainer();
    this.#map.on('click', ({ containerPoint: { x, y } }) => {
      const booking = this.#layer.bookings.at(x, y, this.#layer.view, BOOKING_REACH);
      if (booking) this.#onSelect(booking.id);
    });
    this.#map.on('mousemove', ({ containerPoint: { x, y } }) => {
      const booking = this.#layer.bookings.at(x, y, this.#layer.view, BOOKING_REACH);
      container.classList.toggle('over-booking', booking !== null);
      const text = booking ? ofBooking(booking) : this.#ofCaptain(x, y) ?? this.#ofCell(x, y);
      tip.hidden = !text;
      if (!text) return;
      setText(tip, text);
      tip.style.transform = `translate(${Math.min(x + 14, container.clientWidth - tip.offsetWidth - 8)}px, ${Math.max(8, y - 36)}px)`;
    });
    this.#map.on('mouseout movestart', () => { tip.hidden = true; });
  }

  #ofCaptain(x, y) {
    const id = this.#layer.captains.at(x, y, this.#layer.view, CAPTAIN_REACH);
    const captain = this.#state.captains.get(id);
    if (!captain) return null;
    const state = STATES.find(([name]) => name === captain.state)?.[1] ?? captain.state;
    return `${shortId(id)} · ${state}${captain.type ? ` · ${vehicleType(captain.type)}` : ''}`;
  }

  #ofCell(x, y) {
    const cell = this.#layer.ground.at(x, y, this.#layer.view);
    return cell && `${count(cell.demand)} bookings in 15 min · ${count(cell.supply)} captains in 5 min`;
  }

  #layers() {
    const group = byId('layers');
    for (const [name, label] of LAYERS) {
      group.append(el('button', {
        type: 'button', text: label, 'data-layer': name,
        'aria-pressed': String(name === this.#layer.ground.shown),
        onclick: () => {
          this.#layer.ground.shown = name;
          for (const button of group.children) button.setAttribute('aria-pressed', String(button.dataset.layer === name));
          this.#layer.repaint();
        },
      }));
    }
  }
}

function ofBooking(booking) {
  const wave = booking.wave ? ` · wave ${booking.wave}, ${count(booking.offered)} asked within ${distance(booking.radiusMeters)}` : '';
  return `${booking.kind === 'order' ? 'Order' : 'Booking'} ${shortId(booking.id)} · ${words(booking.status)}${wave}`;
}

function legend() {
  const counts = new Map();
  for (const [state, label] of STATES) {
    const value = el('b', { text: '0' });
    counts.set(state, value);
    byId('legend').append(el('span', {}, el('i', { class: `sign sign-${state}`, 'aria-hidden': 'true' }), value, ` ${label}`));
  }
  return counts;
}
