import { SseParser } from './sse.js';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** The server says something every 10 s; after this silence the connection is dead, whatever TCP says. */
const SILENCE = 25_000;

/**
 * Server-sent events read by fetch, because EventSource can not send a token. Connects again by
 * itself, ever more slowly, until it is stopped or refused.
 *
 * States: connecting | live | waiting {reason, retryAt} | refused {status}
 */
export class Stream {
  #url;
  #token;
  #onMessage;
  #onState;
  #attempt = 0;
  #abort = null;
  #timer = 0;
  #silence = 0;

  constructor({ url, token, onMessage, onState }) {
    this.#url = url;
    this.#token = token;
    this.#onMessage = onMessage;
    this.#onState = onState;
  }

  /** Connects at once, in place of whatever was under way. */
  start() {
    this.stop();
    this.#abort = new AbortController();
    this.#onState({ kind: 'connecting' });
    this.#run(this.#abort);
  }

  stop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#abort?.abort();
    this.#abort = null;
  }

  async #run(abort) {
    let reason = 'the stream broke off';
    try {
      const response = await fetch(this.#url, {
        headers: { Accept: 'text/event-stream', Authorization: `Bearer ${this.#token()}` },
        cache: 'no-store',
        signal: abort.signal,
      });
      if (response.status === 401 || response.status === 403) {
        this.stop();
        this.#onState({ kind: 'refused', status: response.status });
        return;
      }
      if (!response.ok) reason = `the service answers ${response.status}`;
      else await this.#read(response.body.getReader(), abort);
    } catch {
      reason = abort.dead ? 'the stream fell silent' : 'the service can not be reached';
    }
    if (this.#abort === abort) this.#wait(reason);
  }

  async #read(reader, abort) {
    const decoder = new TextDecoder();
    const parser = new SseParser((name, data) => {
      this.#attempt = 0;
      this.#deliver(name, data);
    });
    this.#onState({ kind: 'live' });
    for (;;) {
      clearTimeout(this.#silence);
      this.#silence = setTimeout(() => {
        abort.dead = true;
        abort.abort();
      }, SILENCE);
      const { value, done } = await reader.read();
      if (done || abort.signal.aborted) return;
      parser.push(decoder.decode(value, { stream: true }));
    }
  }

  /** One bad message, or one that we fail to draw, does not end the stream. */
  #deliver(name, data) {
    try {
      this.#onMessage(name, JSON.parse(data));
    } catch (error) {
      console.error(`Message "${name}" was left out`, error);
    }
  }

  #wait(reason) {
    clearTimeout(this.#silence);
    const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#attempt++);
    const wait = ceiling * (0.75 + Math.random() / 4);
    this.#onState({ kind: 'waiting', reason, retryAt: Date.now() + wait });
    this.#timer = setTimeout(() => this.start(), wait);
  }
}
