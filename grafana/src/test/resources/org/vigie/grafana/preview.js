// Draws the panels of dashboards with the rows of a store: names, units, mappings, thresholds and colours are those of the dashboards' own files.
'use strict';
const PALETTE = ['#73bf69', '#f2cc0c', '#8ab8ff', '#ff780a', '#f2495c', '#b877d9', '#5794f2', '#fade2a', '#96d98d', '#ca95e5'];
const NAMED = {
  green: '#73bf69', 'dark-red': '#ad0317', red: '#f2495c', orange: '#ff9830', yellow: '#fade2a', blue: '#5794f2', purple: '#b877d9',
  gray: '#8e8e8e', text: '#ccccdc',
};
const SUFFIXES = { celsius: ' °C', ms: ' ms', h: ' h', percent: ' %', cps: ' c/s', cpm: ' c/m' };
const DURATIONS = [[604800, ' weeks'], [86400, ' days'], [3600, ' hours'], [60, ' mins'], [1, ' s']];
const BYTES = [[2 ** 30, ' GiB'], [2 ** 20, ' MiB'], [2 ** 10, ' KiB'], [1, ' B']];
const BRIGHT = 0.42;
const SVG = ['svg', 'polyline', 'circle', 'rect', 'text', 'line'];
const TICKS = 4;
const { from, to, dashboards } = JSON.parse(document.getElementById('data').textContent);
let locale = 'fr-FR';

const colour = (name, index = 0) => NAMED[name] ?? name ?? PALETTE[index % PALETTE.length];

function element(tag, attributes = {}, ...children) {
  const node = SVG.includes(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children);
  return node;
}

/** The settings of a column or series: the panel's defaults, and the override that names it. */
function field(panel, name) {
  const { defaults = {}, overrides = [] } = panel.fieldConfig ?? {};
  const properties = overrides.filter(({ matcher }) => matcher.options === name).flatMap((override) => override.properties);
  const own = Object.fromEntries(properties.map(({ id, value }) => [id, value]));
  return { ...defaults, ...own, name: own.displayName ?? name, mappings: own.mappings ?? defaults.mappings ?? [], own };
}

const number = (value, digits) => Number(value).toLocaleString(locale, { maximumFractionDigits: digits });
const clock = (millis) => new Date(millis).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });

/** A number with the largest unit that it reaches, such as 1.5 hours. */
function scaled(value, units) {
  const [size, name] = units.find(([least]) => Math.abs(value) >= least) ?? units.at(-1);
  return `${number(value / size, 1)}${name}`;
}

/** A value as Grafana writes it in its unit. */
function shown(value, settings) {
  if (value === null || value === undefined) return settings.noValue ?? '–';
  const mapped = settings.mappings[0]?.options?.[value];
  if (mapped) return mapped.text;
  if (value.millis !== undefined) {
    const ago = number((to - value.millis) / 1000, 0);
    return settings.unit === 'dateTimeFromNow' ? (locale === 'fr-FR' ? `il y a ${ago} s` : `${ago} s ago`) : clock(value.millis);
  }
  if (typeof value !== 'number') return String(value);
  if (settings.unit === 's') return scaled(value, DURATIONS);
  if (settings.unit === 'bytes') return scaled(value, BYTES);
  if (settings.unit === 'percentunit') return `${number(value * 100, 1)} %`;
  if (settings.unit?.startsWith('suffix:')) return `${number(value, 1)}${settings.unit.slice('suffix:'.length)}`;
  return `${number(value, value < 10 ? 2 : 1)}${SUFFIXES[settings.unit] ?? ''}`;
}

/** The colour of a value by its mapping, else by the thresholds. */
function paint(value, settings) {
  const mapped = settings.mappings[0]?.options?.[value];
  if (mapped) return colour(mapped.color);
  if (settings.color?.mode === 'fixed') return colour(settings.color.fixedColor);
  const reached = (settings.thresholds?.steps ?? []).filter((step) => step.value === null || (value !== null && value >= step.value));
  return colour(reached.at(-1)?.color ?? 'blue');
}

/** Black or white, whichever is read better on a colour. */
function contrast(background) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(background.slice(at, at + 2), 16) / 255);
  return 0.3 * red + 0.59 * green + 0.11 * blue > BRIGHT ? '#111' : '#fff';
}

const lineColour = (settings, index) => (settings.own.color ? colour(settings.own.color.fixedColor) : colour(undefined, index));

/** The class of what the test counts: a missing value draws nothing. */
const drawnIf = (value) => (value === null || value === undefined ? '' : 'drawn');

/** The values of a stat panel: the newest one of each series, else each column of the last row. */
function newest(answer) {
  if (answer.columns.includes('metric')) return [...series([answer])].map(([name, points]) => [name, points.at(-1).value]);
  const names = answer.columns.filter((name) => name !== 'time' || answer.columns.length === 1);
  return names.map((name) => [name, answer.rows.at(-1)[answer.columns.indexOf(name)]]);
}

function stat(panel, [answer]) {
  const values = newest(answer);
  return element('div', { class: 'stats' }, ...values.map(([name, value]) => {
    const settings = field(panel, name);
    const label = values.length > 1 || answer.columns.includes('metric') ? [element('small', {}, settings.name)] : [];
    const fill = paint(value, settings);
    return element('p', { class: `number ${drawnIf(value)}`, style: `background:${fill};color:${contrast(fill)}` }, ...label, shown(value, settings));
  }));
}

function table(panel, [answer]) {
  const columns = answer.columns.map((name, i) => ({ i, settings: field(panel, name) })).filter(({ settings }) => !settings.own['custom.hidden']);
  const cell = (value, settings) => {
    const filled = settings.own['custom.cellOptions']?.type === 'color-background' && value !== null;
    return element('td', { class: drawnIf(value), ...(filled ? { style: `background:${paint(value, settings)};color:${contrast(paint(value, settings))}` } : {}) }, shown(value, settings));
  };
  return element('table', {},
    element('tr', {}, ...columns.map(({ settings }) => element('th', {}, settings.name))),
    ...answer.rows.map((row) => element('tr', {}, ...columns.map(({ i, settings }) => cell(row[i], settings)))));
}

/** The points of each series: of each metric, else of each column. */
function series(answers) {
  const found = new Map();
  for (const { columns, rows } of answers) {
    const metric = columns.indexOf('metric');
    for (const row of rows) {
      columns.forEach((name, i) => {
        if (i === 0 || i === metric || typeof row[i] !== 'number') return;
        const key = metric < 0 ? name : String(row[metric]);
        found.set(key, [...(found.get(key) ?? []), { t: row[0].millis, value: row[i] }]);
      });
    }
  }
  return found;
}

/** Round numbers around the values, at equal distances. */
function roundScale(low, high) {
  const least = (high - low) / TICKS;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= least * 0.999);
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The scales of a chart: x of an instant, y of a value. */
function scales(values, fromZero, width, height) {
  const least = fromZero ? 0 : Math.min(...values);
  const most = Math.max(...values);
  const ticks = most > least ? roundScale(least, most) : roundScale(Math.min(0, least), Math.max(1, most));
  const [low, high] = [ticks[0], ticks.at(-1)];
  const plot = { left: 72, right: width - 8, top: 6, bottom: height - 38 };
  const x = (t) => Math.max(plot.left, plot.left + ((plot.right - plot.left) * (t - from)) / (to - from));
  const y = (value) => plot.bottom - ((plot.bottom - plot.top) * (value - low)) / (high - low);
  return { low, ticks, plot, x, y };
}

function axes({ ticks, plot, x, y }, settings) {
  const lines = ticks.flatMap((value) => [
    element('line', { x1: plot.left, x2: plot.right, y1: y(value), y2: y(value), class: 'scale' }),
    element('text', { x: plot.left - 4, y: y(value) + 4, 'text-anchor': 'end' }, shown(value, settings)),
  ]);
  const times = Array.from({ length: TICKS + 1 }, (_, tick) => tick / TICKS).map((part) => {
    const time = from + (to - from) * part;
    const anchor = part === 0 ? 'start' : part === 1 ? 'end' : 'middle';
    return element('text', { x: x(time), y: plot.bottom + 16, 'text-anchor': anchor }, clock(time));
  });
  return [...lines, ...times];
}

/** The points in runs: a gap that is longer than Grafana's {@code insertNulls} ends a run. */
function runs(points, gap) {
  const found = [];
  points.forEach((point, i) => {
    if (i === 0 || (gap && point.t - points[i - 1].t > gap)) found.push([]);
    found.at(-1).push(point);
  });
  return found;
}

function line(points, settings, { x, y, low }, bars, { index, count }) {
  const stroke = lineColour(settings, index);
  if (bars) {
    return points.map(({ t, value }) => element('rect', { class: 'drawn', x: x(t) - 3 + (6 * index) / count, y: y(value),
      width: Math.max(2, 6 / count), height: Math.max(1, y(low) - y(value)), fill: stroke }));
  }
  const r = (settings.own['custom.pointSize'] ?? 5) / 2;
  const dots = (some) => some.map(({ t, value }) => element('circle', { class: 'drawn', cx: x(t), cy: y(value), r, fill: stroke }));
  if (settings.own['custom.drawStyle'] === 'points') return dots(points);
  const dashes = settings.own['custom.lineStyle'] ? { 'stroke-dasharray': '4 8' } : {};
  return runs(points, settings.custom?.insertNulls).flatMap((run) => {
    if (run.length === 1) return dots(run);
    const path = run.map(({ t, value }) => `${x(t)},${y(value)}`).join(' ');
    return [element('polyline', { class: 'drawn', points: path, stroke, fill: 'none', ...dashes })];
  });
}

function timeseries(panel, answers, { width, height, events }) {
  const lines = [...series(answers)];
  const bars = panel.fieldConfig.defaults.custom?.drawStyle === 'bars';
  const scale = scales(lines.flatMap(([, points]) => points.map(({ value }) => value)), bars, width, height);
  const { plot, x } = scale;
  const svg = element('svg', { width, height: height - 20 }, ...axes(scale, field(panel, '')));
  svg.append(...events.map(({ t, stroke }) => element('line', { x1: x(t), x2: x(t), y1: plot.top, y2: plot.bottom, class: 'event', stroke })));
  lines.forEach(([key, points], index) => svg.append(...line(points, field(panel, key), scale, bars, { index, count: lines.length })));
  const names = lines.map(([key], index) => element('span', { style: `--c:${lineColour(field(panel, key), index)}` }, field(panel, key).name));
  return element('div', {}, svg, element('p', { class: 'legend' }, ...names));
}

function barchart(panel, [answer]) {
  const most = Math.max(1, ...answer.rows.map((row) => row.at(-1)));
  const [name, value] = [field(panel, answer.columns[0]), field(panel, answer.columns.at(-1))];
  return element('div', { class: 'bars' }, ...answer.rows.flatMap((row) => [
    element('span', {}, shown(row[0], name)),
    element('span', { class: 'bar drawn', style: `width:${(80 * row.at(-1)) / most}%;background:${lineColour(value, 0)}` }),
    element('span', {}, shown(row.at(-1), value)),
  ]));
}

function timeline(panel, [answer], { width }) {
  const settings = field(panel, answer.columns[1]);
  return element('div', { class: 'timeline' }, ...answer.rows.map(([time, value], i) => {
    const share = ((answer.rows[i + 1]?.[0].millis ?? to) - time.millis) / (to - from);
    return element('span', { class: 'drawn', style: `width:${width * share}px;background:${paint(value, settings)};color:${contrast(paint(value, settings))}` }, shown(value, settings));
  }));
}

/** Patients' alarms as the panel shows them: state, how long, and the labels. */
function alarms(panel, [answer]) {
  return element('div', { class: 'alerts' }, ...answer.rows.map(([state, since, labels]) => element('div', { class: 'drawn' },
    element('p', {}, element('b', {}, state.toUpperCase()), ` for ${scaled((to - since.millis) / 1000, DURATIONS)}`),
    element('p', {}, ...labels.split('\n').map((label) => element('span', { class: 'label' }, label))))));
}

/** Grafana's own rules with their states. */
function rules(panel, [answer]) {
  return element('div', { class: 'alerts' }, ...answer.rows.map(([rule, state]) => element('p', { class: 'drawn' },
    element('b', { class: state.toLowerCase() }, state), ` ${rule}`)));
}

const DRAWINGS = { stat, table, timeseries, barchart, 'state-timeline': timeline, alertGroups: alarms, alertlist: rules };

/** What stands in a panel: its drawing; of a panel whose source is not installed, the name of that source. */
function content(panel, answers, place) {
  if (answers.every(({ columns }) => !columns.length)) return element('p', { class: 'elsewhere' }, panel.options.alertmanager ?? panel.type);
  if (answers.every(({ rows }) => !rows.length)) return element('p', { class: 'nothing' }, panel.fieldConfig?.defaults?.noValue ?? '–');
  return DRAWINGS[panel.type]?.(panel, answers, place) ?? element('p', { class: 'nothing' }, panel.type);
}

function draw({ dashboard, answers, events, language, mark }) {
  locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const grid = element('div', { class: 'panels' });
  document.body.append(element('main', { id: dashboard.uid }, element('p', { class: 'mark' }, mark), element('h1', {}, dashboard.title), grid));
  const marks = events.flatMap(({ color, rows }) => rows.map(([time]) => ({ t: time.millis, stroke: colour(color) })));
  dashboard.panels.forEach((panel, i) => {
    const { x, y, w, h } = panel.gridPos;
    const section = element('section', { style: `grid-area: ${y + 1} / ${x + 1} / span ${h} / span ${w}` }, element('h2', {}, panel.title));
    grid.append(section);
    const { width, height } = section.getBoundingClientRect();
    section.append(content(panel, answers[i], { width: width - 12, height: height - 30, events: marks }));
  });
}

/** Whether something of an element is inside its panel; a level line has no height. */
function isSeen(node) {
  const box = node.getBoundingClientRect();
  const frame = node.closest('section, main').getBoundingClientRect();
  const width = Math.min(box.right, frame.right) - Math.max(box.left, frame.left);
  const height = Math.min(box.bottom, frame.bottom) - Math.max(box.top, frame.top);
  return width > 0 && (height > 0 || (node.tagName === 'polyline' && height === 0));
}

/** Measures what the browser shows of each dashboard, for the test. */
const measured = () => [...document.querySelectorAll('main')].map((main) => ({
  uid: main.id,
  mark: [...main.querySelectorAll('.mark')].filter(isSeen).map((node) => node.textContent).join(''),
  panels: [...main.querySelectorAll('section')].map((section) => ({
    title: section.querySelector('h2').textContent,
    drawn: [...section.querySelectorAll('.drawn')].filter(isSeen).length,
    elsewhere: section.querySelector('.elsewhere')?.textContent ?? '',
  })),
}));

dashboards.forEach(draw);
document.body.append(element('script', { type: 'application/json', id: 'measured' }, JSON.stringify(measured())));
