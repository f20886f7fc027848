/* global uPlot */
import { byId, el, setAttribute, setText } from './dom.js';
import { clock, duration, shortCount } from './format.js';

const FONT = '11px Inter, system-ui, sans-serif';
const AXIS = 16;

const CHARTS = [
  {
    id: 'chart-acceptance', title: 'Time to acceptance', empty: 'Nothing accepted in the last 60 minutes.', format: duration,
    series: [['acceptP50Ms', 'p50', 'accent', 'area'], ['acceptP99Ms', 'p99', 'wave', 'line']],
  },
  {
    id: 'chart-offer', title: 'Booking → workers', empty: 'Nothing booked in the last 60 minutes.', format: duration,
    series: [['offerP50Ms', 'p50', 'accent', 'area'], ['offerP99Ms', 'p99', 'wave', 'line']],
  },
  {
    id: 'chart-pushes', title: 'Pushes a minute', empty: 'No pushes in the last 60 minutes.', format: shortCount,
    series: [['pushes', 'sent', 'good', 'bars'], ['pushesFailed', 'failed', 'bad', 'bars']],
  },
];

/** The last 60 minutes, a point a minute; pointing at one shows that minute in all charts. */
export class Charts {
  #charts;
  #minutes = [];

  constructor(state, theme) {
    this.#charts = CHARTS.map((chart) => new Chart(chart, theme));
    state.on('figures', (figures) => {
      this.#minutes = Array.isArray(figures.minutes) ? figures.minutes : [];
      for (const chart of this.#charts) chart.show(this.#minutes);
    });
  }
}

class Chart {
  #is;
  #theme;
  #plot = null;
  #data = null;
  #box = el('div', { class: 'chart-box', role: 'img' });
  #empty;
  #readings = [];
  #when = el('span', { class: 'muted' });

  constructor(is, theme) {
    this.#is = is;
    this.#theme = theme;
    this.#empty = el('p', { class: 'empty', text: is.empty });
    const panel = byId(is.id);
    const legend = el('div', { class: 'chart-legend' });
    for (const [, label, colour] of is.series) {
      const reading = el('b', { text: '–' });
      this.#readings.push(reading);
      legend.append(el('span', {}, el('i', { class: `swatch swatch-${colour}`, 'aria-hidden': 'true' }), `${label} `, reading));
    }
    panel.append(el('header', { class: 'panel-head' }, el('h2', { text: is.title }), legend, this.#when), this.#empty, this.#box);
    panel.setAttribute('aria-label', is.title);
    this.#box.hidden = true;
    new ResizeObserver(() => this.#plot?.setSize(this.#size())).observe(this.#box);
    theme.onChange(() => this.#rebuild());
  }

  show(minutes) {
    const columns = this.#is.series.map(([field]) => minutes.map((minute) => number(minute[field])));
    const nothing = columns.every((column) => column.every((value) => !value));
    this.#empty.hidden = !nothing;
    this.#box.hidden = nothing;
    this.#data = [minutes.map((minute) => Date.parse(minute.start) / 1000), ...columns];
    if (nothing || typeof uPlot === 'undefined') return this.#read(null);
    if (this.#plot) this.#plot.setData(this.#data);
    else this.#build();
    return this.#read(this.#plot.cursor.idx);
  }

  #rebuild() {
    if (!this.#plot) return;
    this.#plot.destroy();
    this.#build();
  }

  #build() {
    const colour = (name) => this.#theme.colour(name);
    const axis = { stroke: colour('muted'), font: FONT, grid: { stroke: colour('line'), width: 1 }, ticks: { show: false } };
    this.#plot = new uPlot({
      ...this.#size(),
      padding: [12, 8, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: 'minutes' }, y: false, points: { size: 6 }, drag: { x: false, y: false } },
      scales: { x: { time: true }, y: { range: (_, __, max) => [0, (max || 1) * 1.12] } },
      axes: [
        { ...axis, size: AXIS + 8, gap: 3, space: 70, grid: { show: false }, values: (_, splits) => splits.map((at) => clock(at * 1000).slice(0, 5)) },
        { ...axis, size: 46, gap: 4, space: 28, values: (_, splits) => splits.map((value) => this.#is.format(value)) },
      ],
      series: [{}, ...this.#is.series.map(([, label, name, kind]) => drawn(kind, label, colour(name)))],
      hooks: { setCursor: [(plot) => this.#read(plot.cursor.idx)] },
    }, this.#data, this.#box);
  }

  /** The minute pointed at, or the newest with a value. */
  #read(index) {
    const pointed = index !== null && index !== undefined;
    const said = this.#is.series.map(([, label], i) => {
      const column = this.#data[i + 1];
      const value = pointed ? column[index] : column.findLast((each) => each !== null);
      setText(this.#readings[i], this.#is.format(value));
      return `${label} ${this.#is.format(value)}`;
    });
    setText(this.#when, pointed ? clock(this.#data[0][index] * 1000).slice(0, 5) : '');
    setAttribute(this.#box, 'aria-label', `${this.#is.title}: ${said.join(', ')}`);
  }

  #size() {
    return { width: Math.max(120, this.#box.clientWidth), height: Math.max(90, this.#box.clientHeight) };
  }
}

const number = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null);

function drawn(kind, label, stroke) {
  const series = { label, stroke, width: 1.5, points: { show: false }, spanGaps: true };
  if (kind === 'area') series.fill = stroke.replace('rgb(', 'rgba(').replace(')', ', 0.12)');
  if (kind === 'bars') return { ...series, fill: stroke, width: 0, paths: uPlot.paths.bars({ size: [0.7, 12], gap: 1 }) };
  return series;
}
