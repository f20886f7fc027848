/** The world as a unit square, north up: what Leaflet draws at zoom 0 in 256 pixels. */
const LIMIT = 85.0511287798;
const EARTH = 40_075_016.686;

export const worldX = (lng) => (lng + 180) / 360;

export function worldY(lat) {
  const sine = Math.sin((Math.max(-LIMIT, Math.min(LIMIT, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export const lngOf = (x) => x * 360 - 180;

export const latOf = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** How much of the unit square a metre is, at this height. */
export const worldPerMeter = (y) => 1 / (EARTH * Math.cos((latOf(y) * Math.PI) / 180));
