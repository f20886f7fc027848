const EVENTS_KEPT = 500;
const list = (value) => (Array.isArray(value) ? value : []);

/** What the stream has told so far. Who draws listens to the part that it draws. */
export class State {
  captains = new Map();
  bookings = new Map();
  cells = [];
  figures = null;
  health = null;
  /** Newest first. */
  events = [];
  /** How many events the server left out, because there were too many to send. */
  eventsLeftOut = 0;

  #listeners = new Map();
  #eventIds = new Set();

  on(part, listener) {
    if (!this.#listeners.has(part)) this.#listeners.set(part, []);
    this.#listeners.get(part).push(listener);
  }

  /** A message of a name that is not known is of a newer server, and is left alone. */
  apply(name, data) {
    switch (name) {
      case 'snapshot': return this.#snapshot(data);
      case 'captains': return this.#captains(list(data.changed), list(data.gone));
      case 'bookings': return this.#bookings(list(data.changed), list(data.gone));
      case 'cells': return this.#cells(data);
      case 'figures': this.figures = data; return this.#tell('figures', data);
      case 'health': this.health = data; return this.#tell('health', data);
      case 'events': return this.#events(data);
      default: return undefined;
    }
  }

  #snapshot(data) {
    const captains = list(data.captains);
    const bookings = list(data.bookings);
    this.captains = new Map(captains.map((captain) => [captain.id, captain]));
    this.bookings = new Map(bookings.map((booking) => [booking.id, booking]));
    this.#tell('captains', { whole: true, changed: captains, gone: [] });
    this.#tell('bookings', { changed: bookings, gone: [] });
    this.#cells(data);
    this.#tell('snapshot', data);
  }

  #captains(changed, gone) {
    for (const captain of changed) this.captains.set(captain.id, captain);
    for (const id of gone) this.captains.delete(id);
    this.#tell('captains', { whole: false, changed, gone });
  }

  #bookings(changed, gone) {
    for (const booking of changed) this.bookings.set(booking.id, booking);
    for (const id of gone) this.bookings.delete(id);
    this.#tell('bookings', { changed, gone });
  }

  #cells(data) {
    this.cells = list(data.cells).filter((cell) => list(cell.ring).length > 2);
    this.#tell('cells', this.cells);
  }

  #events(data) {
    const fresh = list(data.events).filter((event) => event?.id && !this.#eventIds.has(event.id));
    for (const event of fresh) {
      this.#eventIds.add(event.id);
      this.events.unshift(event);
    }
    while (this.events.length > EVENTS_KEPT) this.#eventIds.delete(this.events.pop().id);
    this.eventsLeftOut += Number(data.more) || 0;
    if (fresh.length > 0 || data.more) this.#tell('events', fresh);
  }

  #tell(part, what) {
    for (const listener of this.#listeners.get(part) ?? []) listener(what);
  }
}
