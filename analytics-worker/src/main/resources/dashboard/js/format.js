const integers = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const NONE = '–';

const known = (n) => typeof n === 'number' && Number.isFinite(n);

export const count = (n) => (known(n) ? integers.format(n) : NONE);

export const shortCount = (n) => (known(n) ? (n < 10000 ? integers.format(n) : compact.format(n)) : NONE);

/** A share of a whole: of nothing there is none. */
export function share(part, whole) {
  if (!known(part) || !known(whole) || whole <= 0) return NONE;
  const percent = (100 * part) / whole;
  return `${percent > 0 && percent < 9.95 ? percent.toFixed(1) : Math.round(percent)} %`;
}

export function duration(ms) {
  if (!known(ms)) return NONE;
  if (ms < 1) return '0 ms';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

export function distance(meters) {
  if (!known(meters)) return NONE;
  if (meters < 950) return `${Math.round(meters)} m`;
  return `${(meters / 1000).toFixed(meters < 9950 ? 1 : 0)} km`;
}

export function clock(at) {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? NONE : clockFormat.format(moment);
}

/** Ids begin with their time, so their end is what tells them apart. */
export function shortId(id) {
  const text = String(id ?? '');
  return text.length > 16 ? `…${text.slice(-8)}` : text;
}

export function vehicleType(type) {
  if (!type) return 'any vehicle';
  const words = String(type).toLowerCase().replace(/(\d)ft\b/g, '$1 ft').split('_').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const words = (status) => String(status ?? '').split('_').join(' ');

const TONES = {
  searching: 'wave', processing: 'wave', open: 'wave', partially_filled: 'wave',
  accepted: 'good', completed: 'good', filled: 'good', confirmed: 'good', delivered: 'good',
  assigned: 'busy', in_progress: 'busy',
  expired: 'bad', cancelled: 'bad', failed: 'bad',
};

export const toneOf = (status) => TONES[status] ?? 'plain';
