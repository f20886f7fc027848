import { byId, setText } from './dom.js';
import { clock } from './format.js';

/** Whether what is seen is of now, and if not, why, and when we try again. */
export class Connection {
  kind = 'connecting';

  #timer = 0;
  #wasLive = false;

  show(state) {
    this.kind = state.kind;
    clearInterval(this.#timer);
    byId('connection').dataset.state = state.kind;
    byId('retry').hidden = state.kind !== 'waiting';
    this.#wasLive ||= state.kind === 'live';
    byId('board').dataset.stale = String(this.#wasLive && state.kind !== 'live');
    setText(byId('connection-text'), text(state));
    const count = () => setText(byId('connection-wait'), state.kind === 'waiting' ? secondsUntil(state.retryAt) : '');
    count();
    if (state.kind === 'waiting') this.#timer = setInterval(count, 1000);
  }

  startClock() {
    const tick = () => setText(byId('clock'), clock(Date.now()));
    tick();
    setInterval(tick, 1000);
  }
}

const secondsUntil = (at) => `${Math.max(0, Math.ceil((at - Date.now()) / 1000))} s`;

function text(state) {
  switch (state.kind) {
    case 'live': return 'Live';
    case 'waiting': return `Reconnecting: ${state.reason}`;
    case 'asking': return 'A token is needed';
    case 'refused': return 'Not allowed in';
    default: return 'Connecting…';
  }
}
