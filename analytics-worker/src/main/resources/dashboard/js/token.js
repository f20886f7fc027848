import { byId, setText } from './dom.js';

const KEY = 'weelo.token';

/**
 * The token of who looks: from the address (`#token=…`, taken out of it at once), kept for this tab,
 * or asked for.
 */
export class Token {
  #dialog = byId('token-dialog');
  #input = byId('token-input');
  #reason = byId('token-reason');
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
    this.#takeFromAddress();
    addEventListener('hashchange', () => this.#takeFromAddress() && this.#changed());
    byId('token-form').addEventListener('submit', () => this.#submitted());
    byId('token-change').addEventListener('click', () => this.ask());
  }

  get() {
    return sessionStorage.getItem(KEY);
  }

  ask(refusedWith) {
    if (refusedWith) {
      sessionStorage.removeItem(KEY);
      setText(this.#reason, refusedWith === 403
        ? 'This token may not look here: the role ops is needed.'
        : 'The token was refused: it has expired, or is not of this installation.');
      this.#reason.dataset.refused = 'true';
    }
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.value = '';
    this.#input.focus();
  }

  #submitted() {
    const token = this.#input.value.trim().replace(/^Bearer\s+/i, '');
    this.#input.value = '';
    if (!token) return;
    sessionStorage.setItem(KEY, token);
    this.#changed();
  }

  #changed() {
    if (this.#dialog.open) this.#dialog.close();
    this.#reason.dataset.refused = 'false';
    this.#onChange();
  }

  #takeFromAddress() {
    const fragment = new URLSearchParams(location.hash.slice(1));
    const token = fragment.get('token');
    if (!token) return false;
    sessionStorage.setItem(KEY, token);
    fragment.delete('token');
    const rest = fragment.toString();
    history.replaceState(null, '', location.pathname + location.search + (rest ? `#${rest}` : ''));
    return true;
  }
}
