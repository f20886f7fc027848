import { el, setAttribute, setText } from './dom.js';
import { count, distance, duration, shortId, toneOf, vehicleType, words } from './format.js';

const ROWS = 100;

/** What the map shows as a list: the way to it for who uses no mouse. */
export class BookingList {
  element;

  #state;
  #onSelect;
  #list = el('ol', { class: 'rows', tabindex: '0', 'aria-label': 'Bookings on the map, newest first' });
  #empty = el('p', { class: 'empty', text: 'No bookings yet. They appear the moment they are made.' });
  #rows = new Map();

  constructor(state, onSelect) {
    this.#state = state;
    this.#onSelect = onSelect;
    this.element = el('div', { class: 'feed-body', hidden: true }, this.#empty, this.#list);
    state.on('bookings', () => this.show());
    setInterval(() => this.show(), 1000);
  }

  show() {
    if (this.element.hidden) return;
    const newest = [...this.#state.bookings.values()]
      .sort((a, b) => String(b.createdAt).localeCompare(String(a.createdAt))).slice(0, ROWS);
    const shown = new Set(newest.map(({ id }) => id));
    for (const [id, row] of this.#rows) {
      if (shown.has(id)) continue;
      row.item.remove();
      this.#rows.delete(id);
    }
    newest.forEach((booking, i) => {
      const row = this.#rows.get(booking.id) ?? this.#row(booking);
      this.#fill(row, booking);
      if (this.#list.children[i] !== row.item) this.#list.insertBefore(row.item, this.#list.children[i] ?? null);
    });
    this.#empty.hidden = newest.length > 0;
    this.#list.hidden = newest.length === 0;
  }

  #row(booking) {
    const row = {
      age: el('time', { datetime: booking.createdAt }),
      status: el('span', { class: 'pill' }),
      id: el('span', { class: 'event-id mono', text: shortId(booking.id) }),
      about: el('span', { class: 'event-summary' }),
    };
    row.item = el('li', {}, el('button', {
      type: 'button', class: 'event', 'data-subject': booking.id, onclick: () => this.#onSelect(booking.id),
    }, row.age, row.status, row.id, row.about));
    this.#rows.set(booking.id, row);
    return row;
  }

  #fill(row, booking) {
    setText(row.age, duration(Date.now() - Date.parse(booking.createdAt)));
    setText(row.status, words(booking.status));
    setAttribute(row.status, 'data-tone', toneOf(booking.status));
    const asked = booking.wave ? ` · wave ${booking.wave} · ${count(booking.offered)} asked within ${distance(booking.radiusMeters)}` : '';
    setText(row.about, `${booking.kind === 'order' ? 'order' : vehicleType(booking.type)}${asked}`);
  }
}
