import { STREAM_URL } from './api.js';
import { Charts } from './charts.js';
import { Connection } from './connection.js';
import { byId } from './dom.js';
import { Drawer } from './drawer.js';
import { feed } from './feed.js';
import { Frames } from './frames.js';
import { Funnel } from './funnel.js';
import { Health } from './health.js';
import { LiveMap } from './map/map.js';
import { Seen } from './seen.js';
import { State } from './state.js';
import { Stream } from './stream.js';
import { Theme } from './theme.js';
import { Token } from './token.js';

const theme = new Theme();
const state = new State();
const frames = new Frames();
const connection = new Connection();
const seen = new Seen(state);

const stream = new Stream({
  url: STREAM_URL,
  token: () => token.get(),
  onMessage: (name, data) => state.apply(name, data),
  onState: (what) => {
    connection.show(what);
    if (what.kind === 'refused') token.ask(what.status);
  },
});
const token = new Token(() => {
  stream.start();
  drawer.reload();
});

const map = typeof L === 'undefined' ? withoutMap() : new LiveMap(state, theme, frames, (id) => drawer.open(id));
const drawer = new Drawer(state, token, {
  onRefused: (status) => {
    stream.stop();
    connection.show({ kind: 'refused' });
    token.ask(status);
  },
  onShown: (id, decisions) => map.select(id, decisions),
});
new Funnel(state);
new Charts(state, theme);
new Health(state);
feed(state, (id) => drawer.open(id));

connection.startClock();
byId('retry').addEventListener('click', () => stream.start());
addEventListener('online', () => connection.kind === 'waiting' && stream.start());

/** For tests and measurements: what the page knows, and how fast it draws. */
window.dashboard = {
  get framesPerSecond() { return frames.perSecond; },
  get paintedFramesPerSecond() { return frames.paintedPerSecond; },
  get captains() { return map.captains; },
  get connection() { return connection.kind; },
  seenAt: (eventId) => seen.at(eventId),
  delaysSince: (time) => seen.delaysSince(time),
};

if (token.get()) {
  stream.start();
  drawer.openFromAddress();
} else {
  connection.show({ kind: 'asking' });
  token.ask();
}

/** All but the map works without its library. */
function withoutMap() {
  byId('map-note').hidden = false;
  byId('map-note').textContent = "The map's library could not be loaded.";
  return { captains: 0, select() {} };
}
