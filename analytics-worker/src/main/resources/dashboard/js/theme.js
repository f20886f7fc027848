import { byId, setAttribute, setText } from './dom.js';

const KEY = 'weelo.theme';
const CHOICES = ['auto', 'light', 'dark'];
const LABELS = { auto: '◐ Auto', light: '○ Light', dark: '● Dark' };

/** Light, dark, or as the system says; and the colours of the moment for who draws on canvas. */
export class Theme {
  #listeners = [];
  #probe = document.body.appendChild(document.createElement('i'));

  constructor() {
    this.#probe.hidden = true;
    this.#choose(localStorage.getItem(KEY) ?? 'auto');
    byId('theme').addEventListener('click', () => {
      this.#choose(CHOICES[(CHOICES.indexOf(this.choice) + 1) % CHOICES.length]);
      localStorage.setItem(KEY, this.choice);
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#tell());
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** A custom property as a colour that a canvas understands, `light-dark()` resolved. */
  colour(name) {
    this.#probe.style.color = `var(--${name})`;
    return getComputedStyle(this.#probe).color;
  }

  #choose(choice) {
    this.choice = CHOICES.includes(choice) ? choice : 'auto';
    document.documentElement.dataset.theme = this.choice;
    setText(byId('theme'), LABELS[this.choice]);
    setAttribute(byId('theme'), 'aria-label', `Colours: ${this.choice}`);
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}
