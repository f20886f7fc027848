import { byId, el, setAttribute, setText } from './dom.js';
import { count, shortCount } from './format.js';

/** Below this a lag is what is on its way at any moment. */
const CALM_LAG = 100;
const LOUD_LAG = 1000;
const SHOWN = 5;

const numberOf = (value) => Number(value) || 0;

/** Consumers' lag and dead letters: one quiet line each while all is well. */
export class Health {
  #lag = line('lag', 'Consumer lag');
  #dead = line('dead', 'Dead letters');
  #details = el('ul', { class: 'health-details' });

  constructor(state) {
    byId('health').append(this.#lag.element, this.#dead.element, this.#details);
    this.#say(this.#lag, 'unknown', 'not known yet');
    this.#say(this.#dead, 'unknown', 'not known yet');
    this.#details.hidden = true;
    state.on('health', (health) => this.#show(health));
  }

  #show({ groups = [], deadLetters = [] }) {
    const behind = sorted(groups.map(({ group, lag }) => ({ name: group, value: numberOf(lag) })));
    const dead = sorted(deadLetters.map(({ topic, count: n }) => ({ name: topic, value: numberOf(n) }))).filter(({ value }) => value > 0);
    const most = behind[0]?.value ?? 0;
    const total = behind.reduce((sum, { value }) => sum + value, 0);
    const letters = dead.reduce((sum, { value }) => sum + value, 0);
    if (groups.length === 0) this.#say(this.#lag, 'unknown', 'no groups yet');
    else this.#say(this.#lag, most >= LOUD_LAG ? 'loud' : 'calm', total === 0 ? `0 in ${count(groups.length)} groups` : `${shortCount(total)} in ${count(groups.length)} groups`);
    this.#say(this.#dead, letters > 0 ? 'alarm' : 'calm', letters > 0 ? count(letters) : 'none');
    this.#details.replaceChildren(
      ...rows(dead, () => 'alarm'),
      ...rows(behind.filter(({ value }) => value >= CALM_LAG), (value) => (value >= LOUD_LAG ? 'loud' : 'calm')));
    this.#details.hidden = this.#details.childElementCount === 0;
  }

  #say({ element, value }, level, text) {
    setText(value, text);
    setAttribute(element, 'data-level', level);
  }
}

function line(name, label) {
  const value = el('b', { 'data-figure': name });
  return { value, element: el('p', { class: 'health-line', 'data-health': name }, el('i', { class: 'health-mark', 'aria-hidden': 'true' }), `${label} `, value) };
}

const sorted = (entries) => entries.sort((a, b) => b.value - a.value);

function rows(entries, level) {
  const shown = entries.slice(0, SHOWN).map(({ name, value }) => el('li', { 'data-level': level(value) },
    el('span', { class: 'mono', text: name }), el('b', { text: count(value) })));
  if (entries.length > SHOWN) shown.push(el('li', {}, el('span', { text: `and ${entries.length - SHOWN} more` })));
  return shown;
}
