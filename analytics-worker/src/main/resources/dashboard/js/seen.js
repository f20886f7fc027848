const KEPT = 50_000;

/** When events came before the eyes: the frame after they were told to us, as time since 1970. */
export class Seen {
  #times = new Map();

  constructor(state) {
    state.on('events', (fresh) => requestAnimationFrame(() => setTimeout(() => this.#note(fresh))));
  }

  at(eventId) {
    return this.#times.get(eventId)?.seen ?? null;
  }

  /** How many ms after they happened those events were seen that happened since some time. */
  delaysSince(time) {
    return [...this.#times.values()].filter(({ happened }) => happened >= time).map(({ seen, happened }) => seen - happened);
  }

  #note(fresh) {
    const now = Date.now();
    for (const { id, at } of fresh) this.#times.set(id, { seen: now, happened: Date.parse(at) });
    for (const id of this.#times.keys()) {
      if (this.#times.size <= KEPT) return;
      this.#times.delete(id);
    }
  }
}
