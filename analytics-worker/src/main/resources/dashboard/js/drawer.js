import { subject } from './api.js';
import { byId, el } from './dom.js';
import { toneOfType } from './events.js';
import { clock, distance, duration, shortId, toneOf, vehicleType, words } from './format.js';

const MILESTONES = [
  ['createdAt', 'Created'], ['offeredAt', 'Offered'], ['acceptedAt', 'Accepted'], ['assignedAt', 'Assigned'],
  ['completedAt', 'Completed'], ['expiredAt', 'Expired'], ['cancelledAt', 'Cancelled'],
];
/** Ends that are shown only when they came. */
const ENDS = new Set(['expiredAt', 'cancelledAt']);
const OUTCOMES = { accepted: '✓', withdrawn: '–', declined: '✕', open: '…' };
const REFRESH_MILLIS = 700;

/** One booking or order, whole: how far it came, what happened, who was asked in which wave. */
export class Drawer {
  #drawer = byId('drawer');
  #token;
  #onRefused;
  #onShown;
  #id = null;
  #abort = null;
  #opener = null;
  #timer = 0;
  #body;

  constructor(state, token, { onRefused, onShown }) {
    this.#token = token;
    this.#onRefused = onRefused;
    this.#onShown = onShown;
    addEventListener('keydown', ({ key }) => key === 'Escape' && this.#id !== null && this.close());
    state.on('events', (fresh) => fresh.some(({ subjectId }) => subjectId === this.#id) && this.#soon());
    addEventListener('hashchange', () => this.openFromAddress());
  }

  /** `#subject=…` is a link to one; it is there while one is open. */
  openFromAddress() {
    const id = new URLSearchParams(location.hash.slice(1)).get('subject');
    if (id && id !== this.#id) this.open(id);
  }

  open(id) {
    if (this.#id === null) this.#opener = document.activeElement;
    this.#id = id;
    history.replaceState(null, '', `#${new URLSearchParams({ subject: id })}`);
    this.#frame(id);
    this.#drawer.hidden = false;
    this.#drawer.focus({ preventScroll: true });
    this.#onShown(id, []);
    this.#load();
  }

  /** As somebody else, perhaps. */
  reload() {
    if (this.#id !== null) this.#load();
  }

  close() {
    this.#abort?.abort();
    clearTimeout(this.#timer);
    this.#id = null;
    this.#drawer.hidden = true;
    history.replaceState(null, '', location.pathname + location.search);
    if (this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
    this.#onShown(null, []);
  }

  /** Asks again a little later: events of one subject come in groups. */
  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), REFRESH_MILLIS);
  }

  async #load() {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    try {
      const found = await subject(this.#id, this.#token.get(), abort.signal);
      if (abort.signal.aborted) return;
      this.#show(found);
      this.#onShown(found.id, found.decisions ?? []);
    } catch (problem) {
      if (!abort.signal.aborted) this.#fail(problem);
    }
  }

  #frame(id) {
    this.#body = el('div', { class: 'drawer-body' }, el('p', { class: 'empty', role: 'status', text: 'Loading…' }));
    this.#drawer.replaceChildren(
      el('header', { class: 'drawer-head' },
        el('div', {}, el('h2', { id: 'drawer-title', text: shortId(id) }), el('p', { class: 'mono muted drawer-id', text: id })),
        el('button', { type: 'button', class: 'button', 'aria-label': 'Close', text: '✕', onclick: () => this.close() })),
      this.#body);
  }

  #fail(problem) {
    if (problem.status === 401 || problem.status === 403) return this.#onRefused(problem.status);
    const text = problem.status === 404 ? 'Nothing is known of this one. It may be too new, or too old.' : problem.message;
    this.#body.replaceChildren(el('div', { class: 'empty', role: 'alert' }, el('p', { text }),
      el('button', { type: 'button', class: 'button', text: 'Try again', onclick: () => this.#load() })));
    return undefined;
  }

  #show(found) {
    const title = `${found.kind === 'order' ? 'Order' : 'Booking'} ${shortId(found.id)}`;
    byId('drawer-title').textContent = title;
    this.#body.replaceChildren(
      el('p', { class: 'drawer-facts' },
        el('span', { class: 'pill', 'data-tone': toneOf(found.status), text: words(found.status) }),
        el('span', { text: vehicleType(found.vehicleType) }),
        el('time', { class: 'muted', datetime: found.createdAt, text: `made at ${clock(found.createdAt)}` })),
      milestones(found.milestones ?? {}),
      section('Timeline', timeline(found.events ?? [], found.createdAt)),
      section('Decisions', decisions(found.decisions ?? [])));
  }
}

const section = (title, content) => el('section', { class: `drawer-section drawer-${title.toLowerCase()}` }, el('h3', { text: title }), content);

/** Each milestone with how long after the one before it came. */
function milestones(times) {
  let before = null;
  const shown = MILESTONES.filter(([field]) => !ENDS.has(field) || times[field]);
  const ended = [...ENDS].some((field) => times[field]);
  return el('ol', { class: 'milestones', 'aria-label': 'Milestones' }, ...shown
    .filter(([field]) => times[field] || !ended)
    .map(([field, label]) => {
      const at = times[field] ? Date.parse(times[field]) : null;
      const later = at === null ? 'not yet' : before === null ? clock(at) : `+${duration(Math.max(0, at - before))}`;
      if (at !== null) before = at;
      return el('li', { 'data-reached': String(at !== null), 'data-end': ENDS.has(field) },
        el('b', { text: label }), el('span', { text: later, title: at === null ? null : clock(at) }));
    }));
}

function timeline(events, createdAt) {
  if (events.length === 0) return el('p', { class: 'empty', text: 'No events yet.' });
  const start = Date.parse(createdAt);
  return el('ol', { class: 'timeline' }, ...events.map((event) => el('li', { 'data-tone': toneOfType(event.type) },
    el('time', { datetime: event.at, text: clock(event.at) }),
    el('div', {}, el('b', { text: String(event.type) }), el('span', { class: 'muted', text: ` +${duration(Math.max(0, Date.parse(event.at) - start))}` }),
      el('p', { text: String(event.summary ?? '') })))));
}

function decisions(all) {
  if (all.length === 0) return el('p', { class: 'empty', text: 'Nobody has been asked yet.' });
  const waves = Map.groupBy(all, ({ wave }) => wave);
  const farthest = Math.max(1, ...all.map(({ distanceMeters }) => Number(distanceMeters) || 0));
  return el('div', { class: 'waves' }, ...[...waves].sort(([a], [b]) => a - b).map(([wave, asked]) => waveTable(wave, asked, farthest)));
}

function waveTable(wave, asked, farthest) {
  const nearest = asked.toSorted((a, b) => (a.distanceMeters ?? 0) - (b.distanceMeters ?? 0));
  return el('table', { class: 'wave' },
    el('caption', {}, el('b', { text: `Wave ${wave}` }), el('span', { class: 'muted', text: ` ${asked.length} asked · ${clock(asked[0].at)}` })),
    el('thead', { class: 'hidden-title' }, el('tr', {}, ...['Transporter', 'Captain', 'Distance', 'Outcome'].map((text) => el('th', { scope: 'col', text })))),
    el('tbody', {}, ...nearest.map((decision) => decisionRow(decision, farthest))));
}

function decisionRow(decision, farthest) {
  const bar = el('i', { 'aria-hidden': 'true' });
  bar.style.width = `${Math.round((100 * (Number(decision.distanceMeters) || 0)) / farthest)}%`;
  const outcome = String(decision.outcome ?? '');
  return el('tr', { 'data-outcome': outcome },
    el('td', { class: 'mono', text: shortId(decision.transporterId), title: decision.transporterId }),
    el('td', { class: 'mono muted', text: shortId(decision.driverId ?? ''), title: decision.driverId }),
    el('td', { class: 'wave-distance' }, bar, el('span', { text: distance(decision.distanceMeters) })),
    el('td', { class: 'wave-outcome', text: `${OUTCOMES[outcome] ?? ''} ${words(outcome)}` }));
}
