import { worldX, worldY } from './mercator.js';

const TILE = 256;
/** As long as Leaflet's own zoom, which moves what is in its panes by a CSS transition. */
const ZOOM_MILLIS = 250;

const eased = (t) => 1 - (1 - t) ** 3;

/** Where the world lies on the canvas: `pixel = world * scale + offset`. Zooms smoothly. */
export class View {
  scale = 1;
  offsetX = 0;
  offsetY = 0;
  width = 0;
  height = 0;
  zoom = 0;

  #map;
  #zooming = null;

  constructor(map) {
    this.#map = map;
    map.on('zoomanim', () => {
      this.#zooming = { scale: this.scale, x: this.offsetX, y: this.offsetY, start: performance.now() };
    });
  }

  /** Reads the map's place; says whether it is another than at the last look. */
  read(now) {
    const size = this.#map.getSize();
    const center = this.#map.getCenter();
    const zoom = this.#map.getZoom();
    let scale = TILE * 2 ** zoom;
    let x = size.x / 2 - worldX(center.lng) * scale;
    let y = size.y / 2 - worldY(center.lat) * scale;
    if (this.#zooming) {
      const t = Math.min(1, (now - this.#zooming.start) / ZOOM_MILLIS);
      const share = eased(Math.max(0, t));
      scale = this.#zooming.scale + (scale - this.#zooming.scale) * share;
      x = this.#zooming.x + (x - this.#zooming.x) * share;
      y = this.#zooming.y + (y - this.#zooming.y) * share;
      if (t === 1) this.#zooming = null;
    }
    const moved = scale !== this.scale || x !== this.offsetX || y !== this.offsetY
      || size.x !== this.width || size.y !== this.height;
    this.scale = scale;
    this.offsetX = x;
    this.offsetY = y;
    this.width = size.x;
    this.height = size.y;
    this.zoom = Math.log2(scale / TILE);
    return moved;
  }

  x(world) {
    return world * this.scale + this.offsetX;
  }

  y(world) {
    return world * this.scale + this.offsetY;
  }

  /** A point that is at most `margin` pixels outside. */
  shows(px, py, margin) {
    return px > -margin && py > -margin && px < this.width + margin && py < this.height + margin;
  }
}
