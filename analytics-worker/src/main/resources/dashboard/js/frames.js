const WINDOW_MILLIS = 2000;

/** Counts the map's frames over the last two seconds. */
export class Frames {
  #ticks = [];
  #painted = [];

  tick(now, painted) {
    push(this.#ticks, now);
    if (painted) push(this.#painted, now);
  }

  /** Frames that the browser gave us. */
  get perSecond() {
    return rate(this.#ticks);
  }

  /** Those of them in which the captains were painted anew. */
  get paintedPerSecond() {
    return rate(this.#painted);
  }
}

function push(times, now) {
  times.push(now);
  while (times[0] < now - WINDOW_MILLIS) times.shift();
}

function rate(times) {
  const now = performance.now();
  const recent = times.filter((time) => time > now - WINDOW_MILLIS);
  return (recent.length * 1000) / WINDOW_MILLIS;
}
