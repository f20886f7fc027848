const KEPT = 5000;

/** When events came before the eyes: the frame after they were told to us, as time since 1970. */
export class Seen {
  #times = new Map();

  constructor(state) {
    state.on('events', (fresh) => requestAnimationFrame(() => setTimeout(() => this.#note(fresh))));
  }

  at(eventId) {
    return this.#times.get(eventId) ?? null;
  }

  #note(fresh) {
    const now = Date.now();
    for (const { id } of fresh) this.#times.set(id, now);
    for (const id of this.#times.keys()) {
      if (this.#times.size <= KEPT) return;
      this.#times.delete(id);
    }
  }
}
