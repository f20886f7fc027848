import { byId, el, setAttribute, setText, svg } from './dom.js';
import { count, duration, share, shortCount } from './format.js';

const STAGES = [
  ['searched', 'Searched'], ['created', 'Created'], ['offered', 'Offered'],
  ['accepted', 'Accepted'], ['assigned', 'Assigned'], ['completed', 'Completed'],
];
const HEIGHT = 40;
const WIDTH = 100;
/** A stage that nobody reached is still seen as a line. */
const LEAST = 0.03;
/** Pushes fail where apps were removed; more than this share is a provider's trouble. */
const LOUD_FAILURES = 0.02;

/** How many came how far in the last 60 minutes, and the few figures beside it. */
export class Funnel {
  #stages = new Map();
  #headlines = new Map();
  #state;

  constructor(state) {
    this.#state = state;
    const funnel = byId('funnel');
    STAGES.forEach(([name, label], i) => funnel.append(this.#stage(name, label, i)));
    for (const [name, label] of [['expired', 'Expired'], ['cancelled', 'Cancelled'], ['searching', 'Searching now'], ['pushes', 'Pushes'], ['lag', 'Event → seen p99']]) {
      const value = el('dd', { text: '–', 'data-figure': name });
      this.#headlines.set(name, value);
      byId('headlines').append(el('div', {}, el('dt', { text: label }), value));
    }
    state.on('figures', (figures) => this.#show(figures));
    state.on('bookings', () => this.#searching());
  }

  #stage(name, label, i) {
    const value = el('span', { class: 'stage-value', text: '–', 'data-figure': name });
    const part = el('span', { class: 'stage-share', text: i === 0 ? 'in 60 min' : '–' });
    const shape = svg('path', { d: '' });
    this.#stages.set(name, { value, part, shape });
    return el('div', { class: 'stage' },
      el('span', { class: 'stage-label', text: label }), value, part,
      svg('svg', { class: `stage-shape stage-shape-${i}`, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, shape));
  }

  #show({ funnel = {}, minutes = [], lagMsP99 }) {
    const counts = STAGES.map(([name]) => Number(funnel[name]) || 0);
    const most = Math.max(1, ...counts);
    STAGES.forEach(([name], i) => {
      const { value, part, shape } = this.#stages.get(name);
      setText(value, shortCount(counts[i]));
      value.title = count(counts[i]);
      if (i > 0) setText(part, share(counts[i], counts[i - 1]));
      const here = Math.max(LEAST, counts[i] / most);
      const next = i + 1 < counts.length ? Math.max(LEAST, counts[i + 1] / most) : here;
      setAttribute(shape, 'd', taper(here, next));
    });
    this.#headline('expired', shortCount(funnel.expired ?? 0), funnel.expired > 0 && share(funnel.expired, counts[1]));
    this.#headline('cancelled', shortCount(funnel.cancelled ?? 0), funnel.cancelled > 0 && share(funnel.cancelled, counts[1]));
    const sum = (name) => minutes.reduce((total, minute) => total + (Number(minute[name]) || 0), 0);
    const failed = sum('pushesFailed');
    this.#headline('pushes', shortCount(sum('pushes')), failed > 0 && `${shortCount(failed)} failed`, failed > sum('pushes') * LOUD_FAILURES);
    this.#headline('lag', duration(lagMsP99), null, lagMsP99 > 1000);
  }

  #searching() {
    let searching = 0;
    for (const { status } of this.#state.bookings.values()) if (status === 'searching' || status === 'processing') searching++;
    this.#headline('searching', count(searching));
  }

  #headline(name, text, note, loud = false) {
    const node = this.#headlines.get(name);
    setText(node, note ? `${text} · ${note}` : text);
    node.dataset.loud = String(Boolean(loud));
  }
}

/** From one stage's height to the next one's, in a curve. */
function taper(here, next) {
  const a = (HEIGHT / 2) * (1 - here);
  const b = (HEIGHT / 2) * (1 - next);
  const bend = WIDTH * 0.7;
  return `M0 ${a} H${WIDTH * 0.4} C${bend} ${a} ${bend} ${b} ${WIDTH} ${b} V${HEIGHT - b} `
    + `C${bend} ${HEIGHT - b} ${bend} ${HEIGHT - a} ${WIDTH * 0.4} ${HEIGHT - a} H0 Z`;
}
