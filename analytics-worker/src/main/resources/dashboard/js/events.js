import { el, setText } from './dom.js';
import { clock, count, shortId, toneOf } from './format.js';

const ROWS = 100;
const EVERYTHING = '';

/** What happened, newest first. Somebody who reads further down is not disturbed. */
export class Events {
  element;

  #state;
  #onSelect;
  #filter;
  #list = el('ol', { class: 'rows', tabindex: '0', 'aria-label': 'Recent events, newest first' });
  #more = el('button', { type: 'button', class: 'more', hidden: true, onclick: () => this.#renderAll() });
  #empty = el('p', { class: 'empty' });
  #types = new Set();
  #held = 0;

  constructor(state, onSelect) {
    this.#state = state;
    this.#onSelect = onSelect;
    this.#filter = el('select', { id: 'event-type', 'aria-label': 'Type of event', onchange: () => this.#renderAll() },
      el('option', { value: EVERYTHING, text: 'All types' }));
    this.element = el('div', { class: 'feed-body' }, el('div', { class: 'feed-filter' }, this.#filter), this.#more, this.#empty, this.#list);
    this.#list.addEventListener('scroll', () => this.#held > 0 && this.#list.scrollTop < 4 && this.#renderAll(), { passive: true });
    state.on('events', (fresh) => this.#take(fresh));
    this.#sayWhetherEmpty();
  }

  #take(fresh) {
    fresh.forEach((event) => this.#learn(String(event.type)));
    const wanted = fresh.filter((event) => this.#wants(event));
    if (this.#list.scrollTop >= 4) {
      this.#held += wanted.length;
      this.#more.hidden = this.#held === 0;
      setText(this.#more, `${count(this.#held)} new`);
      return;
    }
    this.#list.prepend(...wanted.slice(-ROWS).reverse().map((event) => this.#row(event)));
    while (this.#list.childElementCount > ROWS) this.#list.lastElementChild.remove();
    this.#sayWhetherEmpty();
  }

  #renderAll() {
    this.#held = 0;
    this.#more.hidden = true;
    this.#list.replaceChildren(...this.#state.events.filter((event) => this.#wants(event)).slice(0, ROWS).map((event) => this.#row(event)));
    this.#list.scrollTop = 0;
    this.#sayWhetherEmpty();
  }

  #sayWhetherEmpty() {
    const empty = this.#list.childElementCount === 0;
    this.#empty.hidden = !empty;
    this.#list.hidden = empty;
    if (empty) setText(this.#empty, this.#filter.value === EVERYTHING ? 'Nothing has happened yet.' : 'Nothing of this type lately.');
  }

  /** A filter is a type, or a family with all its types: `booking.*`. */
  #wants({ type }) {
    const filter = this.#filter.value;
    if (filter === EVERYTHING) return true;
    return filter.endsWith('*') ? String(type).startsWith(filter.slice(0, -1)) : type === filter;
  }

  #learn(type) {
    if (this.#types.has(type)) return;
    const family = `${type.split('.')[0]}.*`;
    this.#types.add(type).add(family);
    const chosen = this.#filter.value;
    this.#filter.replaceChildren(el('option', { value: EVERYTHING, text: 'All types' }),
      ...[...this.#types].sort().map((each) => el('option', { value: each, text: each.endsWith('*') ? each : `   ${each}` })));
    this.#filter.value = chosen;
  }

  #row(event) {
    const opens = event.subject === 'booking' || event.subject === 'order';
    const parts = [
      el('time', { datetime: event.at, text: clock(event.at) }),
      el('span', { class: 'event-type', 'data-tone': toneOfType(event.type) }, el('span', { text: String(event.type) })),
      el('span', { class: 'event-id mono', text: shortId(event.subjectId) }),
      el('span', { class: 'event-summary', text: String(event.summary ?? '') }),
    ];
    const row = opens
      ? el('button', { type: 'button', class: 'event', 'data-subject': event.subjectId, onclick: () => this.#onSelect(event.subjectId) }, ...parts)
      : el('div', { class: 'event' }, ...parts);
    return el('li', { 'data-event': event.id }, row);
  }
}

/** By the last word of the type: `booking.accepted`, `truck.hold.released`. */
export function toneOfType(type) {
  const words = String(type).split('.');
  const last = words.at(-1);
  if (words[0] === 'assignment') return 'busy';
  if (last === 'created' || last === 'broadcast' || last === 'rebroadcast') return 'wave';
  return toneOf(last);
}
