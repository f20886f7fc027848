/** Takes server-sent events out of text as it comes, in whatever pieces. */
export class SseParser {
  #rest = '';
  #name = '';
  #data = [];
  #onMessage;

  constructor(onMessage) {
    this.#onMessage = onMessage;
  }

  push(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) this.#line(line.endsWith('\r') ? line.slice(0, -1) : line);
  }

  #line(line) {
    if (line === '') return this.#dispatch();
    if (line.startsWith(':')) return undefined;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#name = value;
    else if (field === 'data') this.#data.push(value);
    return undefined;
  }

  #dispatch() {
    const name = this.#name || 'message';
    const data = this.#data.join('\n');
    const empty = this.#data.length === 0;
    this.#name = '';
    this.#data = [];
    if (!empty) this.#onMessage(name, data);
  }
}
