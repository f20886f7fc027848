/* global L */
import { Bookings } from './bookings.js';
import { Captains } from './captains.js';
import { Ground } from './ground.js';
import { Sprites } from './sprites.js';
import { Trails } from './trails.js';
import { View } from './view.js';

/** More pixels than this for one of the page cost time and are hardly seen on things that move. */
const HIGHEST_RATIO = 1.5;
const GROUND_EVERY_MILLIS = 700;

/**
 * A Leaflet layer of two canvases: the ground (cells, trails, graticule), which is painted now and
 * then, and what moves (captains, bookings), which is painted in every frame in which it moves.
 * They lie still in the map's container, and follow the view instead of being moved by Leaflet: so
 * all is sharp in every frame of a zoom.
 */
export function dispatchLayer(map, theme, frames) {
  return new (L.Layer.extend({
    onAdd() {
      const parts = new Painting(map, theme, frames);
      Object.assign(this, { ground: parts.ground, captains: parts.captains, bookings: parts.bookings, view: parts.view });
      this.links = (links) => parts.link(links);
      this.repaint = () => parts.repaint();
      this.repaintAbove = () => parts.repaintAbove();
      parts.run();
    },
  }))().addTo(map);
}

class Painting {
  trails = new Trails();
  ground = new Ground();
  bookings = new Bookings();
  captains = new Captains((x0, y0, x1, y1) => this.trails.add(x0, y0, x1, y1, performance.now()));

  #theme;
  #frames;
  #below;
  #above;
  #sprites = new Sprites();
  #colours = {};
  #links = [];
  #groundAt = -Infinity;
  #groundWanted = true;
  #aboveWanted = true;
  #ratio = 1;

  constructor(map, theme, frames) {
    this.#theme = theme;
    this.#frames = frames;
    this.view = new View(map);
    this.#below = canvasIn(map.getContainer(), { alpha: false });
    this.#above = canvasIn(map.getContainer(), { alpha: true });
    theme.onChange(() => this.#readColours());
    this.#readColours();
  }

  run() {
    requestAnimationFrame(() => {
      this.#paint(performance.now());
      this.run();
    });
  }

  /** Something else is to be shown than what lies there. */
  repaint() {
    this.#groundWanted = true;
    this.#aboveWanted = true;
  }

  /** A captain is another, even where nobody moves. */
  repaintAbove() {
    this.#aboveWanted = true;
  }

  /** Lines from a place to captains, of the booking that is looked at. */
  link(links) {
    this.#links = links;
    this.#aboveWanted = true;
  }

  #paint(now) {
    const moved = this.view.read(now);
    if (this.view.width === 0 || this.view.height === 0) return;
    if (moved) {
      this.#fit();
      this.trails.outdate(now);
      this.repaint();
    }
    this.trails.step(this.view, this.#colours.trail, now);
    if (this.#groundWanted || (this.trails.changed && now - this.#groundAt > GROUND_EVERY_MILLIS)) {
      this.#paintGround(now);
    }
    const moving = this.captains.moving(now) || this.bookings.moving(now);
    const paints = moving || this.#aboveWanted;
    this.#aboveWanted = moving;
    if (paints) this.#paintAbove(now);
    this.#frames.tick(now, paints);
  }

  #fit() {
    this.#ratio = Math.min(HIGHEST_RATIO, devicePixelRatio || 1);
    for (const canvas of [this.#below.canvas, this.#above.canvas]) {
      const width = Math.round(this.view.width * this.#ratio);
      const height = Math.round(this.view.height * this.#ratio);
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
    }
  }

  #paintGround(now) {
    const context = this.#below;
    this.#groundAt = now;
    this.#groundWanted = false;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.fillStyle = this.#colours.ground;
    context.fillRect(0, 0, this.view.width, this.view.height);
    this.ground.paint(context, this.view, this.#colours);
    this.trails.paint(context, this.view);
  }

  #paintAbove(now) {
    const context = this.#above;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.clearRect(0, 0, this.view.width, this.view.height);
    this.captains.move(now);
    this.#sprites.prepare(this.view.zoom, this.#ratio, this.#colours);
    this.captains.draw(context, this.view, this.#sprites);
    this.#paintLinks(context);
    this.bookings.draw(context, this.view, this.#colours, now);
  }

  #paintLinks(context) {
    for (const { from, driver, strong } of this.#links) {
      const place = this.captains.placeOf(driver);
      if (!place) continue;
      context.strokeStyle = strong ? this.#colours.good : this.#colours.wave;
      context.globalAlpha = strong ? 1 : 0.6;
      context.lineWidth = strong ? 2 : 1;
      context.beginPath();
      context.moveTo(this.view.x(from.x), this.view.y(from.y));
      context.lineTo(this.view.x(place.x), this.view.y(place.y));
      context.stroke();
      context.beginPath();
      context.arc(this.view.x(place.x), this.view.y(place.y), 7, 0, 2 * Math.PI);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  #readColours() {
    const of = (name) => this.#theme.colour(name);
    this.#colours = {
      ground: of('map-ground'), line: of('map-line'), label: of('map-label'), trail: of('map-trail'),
      halo: of('map-halo'), demand: of('demand'), supply: of('supply'), free: of('free'),
      busy: of('busy'), stale: of('stale'), plain: of('stale'), wave: of('wave'), good: of('good'), bad: of('bad'),
    };
    this.trails.outdate(-Infinity);
    this.repaint();
  }
}

function canvasIn(container, options) {
  const canvas = document.createElement('canvas');
  canvas.className = 'map-canvas';
  canvas.setAttribute('aria-hidden', 'true');
  container.insertBefore(canvas, container.querySelector('.leaflet-map-pane'));
  return canvas.getContext('2d', options);
}
