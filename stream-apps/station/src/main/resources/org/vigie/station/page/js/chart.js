// @ts-check
import uPlot from '../uplot/uPlot.esm.js';
import { SHAPES, mark } from './marks.js';
import { STARS, legibleMarks } from './priority.js';
import { clock } from './format.js';

/**
 * @typedef {{t: number[], last: number[], low: number[], high: number[]}} Series
 * @typedef {{variable: string, kept: Series, suspect: Series, imputed: {t: number, value: number, kind: string, low?: number, high?: number}[],
 *   rejected: number[]}} Line
 * @typedef {{at: number, bed: string}} Arrival the patient came to a bed, by the admission system
 */

const KEPT = '#9cd0ff';
const BAND = '#9cd0ff2e';
const AXIS = '#a3b1bf';
const ARRIVAL = '#d9ccff';
/** The ground of a bed's page, and its letters: those on a chart stand on a plate of this ground, because a band below would make them pale. */
const GROUND = '#121921';
const INK = '#eef3f8';
const GRID = '#ffffff12';
/** @type {Record<string, string>} */
const LIMIT = { HIGH: '#ff5c66aa', MEDIUM: '#f5c518aa', LOW: '#4fd0e0aa' };
/** @type {Record<string, string>} */
const ALARM = { HIGH: '#ff5c66', MEDIUM: '#f5c518', LOW: '#4fd0e0' };
const FONT = '12px system-ui, sans-serif';
/** Kept values further apart than this, in ms, are not joined by a line. @type {Record<number, number>} */
const GAP_MS = { 1: 150e3, 6: 180e3, 24: 900e3, 48: 900e3 };

/**
 * Draws lines of one unit into `place`. Kept: line and min-max band. Everything else by its own shape, see marks.js.
 * @param {HTMLElement} place
 * @param {Line[]} lines
 * @param {{from: number, now: number, hours: number, height: number, limits: {value: number, text: string, priority: string}[],
 *   alarms: {onset: number, t: number, priority: string}[], arrivals?: Arrival[]}} frame
 * @returns {uPlot}
 */
export function draw(place, lines, frame) {
  const gap = GAP_MS[frame.hours];
  const columns = lines.flatMap(({ kept }) => [kept.high, kept.low, kept.last].map((values) => broken(kept.t, values, gap)));
  /** @type {uPlot.Options} */
  const options = {
    width: place.clientWidth,
    height: frame.height,
    legend: { show: false },
    cursor: { show: false },
    padding: [6, 20, 0, 0],
    scales: { x: { time: true, range: () => [frame.from / 1000, frame.now / 1000] }, y: { range: () => range(lines) } },
    axes: [
      { ...AXES, values: (_, ticks) => ticks.map((tick) => clock(tick * 1000).slice(0, 5)), space: 80, size: 26 },
      { ...AXES, size: 46, space: 26 },
    ],
    series: [{}, ...lines.flatMap(() => [HIDDEN, HIDDEN, { stroke: KEPT, width: 1.6, points: { show: false } }])],
    bands: lines.map((_, i) => ({ series: [3 * i + 1, 3 * i + 2], fill: BAND })),
    hooks: { drawClear: [(chart) => drawAlarms(chart, frame.alarms), (chart) => drawLimits(chart, frame.limits), (chart) => drawStars(chart, frame.alarms), (chart) => drawArrivals(chart, frame.arrivals ?? [])], draw: [(chart) => lines.forEach((line) => drawMarks(chart, line, gap))] },
  };
  place.replaceChildren();
  return new uPlot(options, align(columns), place);
}

const HIDDEN = { stroke: 'transparent', width: 0, points: { show: false } };
const AXES = { stroke: AXIS, font: FONT, grid: { stroke: GRID, width: 1 }, ticks: { stroke: GRID, size: 4 } };

/** @typedef {[number, number | null][]} Points time in ms and value; no value ends the line */

/** Points with a gap wherever nothing was kept for a while. @returns {Points} @param {number[]} t @param {number[]} values @param {number} gap ms */
function broken(t, values, gap) {
  return t.flatMap(/** @returns {Points} */ (at, i) => (i > 0 && at - t[i - 1] > gap ? [[t[i - 1] + 1, null], [at, values[i]]] : [[at, values[i]]]));
}

/** Columns over one time axis in seconds; undefined where a column has no point, so that its line goes on. @param {Points[]} columns @returns {uPlot.AlignedData} */
function align(columns) {
  const times = [...new Set(columns.flatMap((points) => points.map(([t]) => t)))].sort((a, b) => a - b);
  const place = new Map(times.map((time, i) => [time, i]));
  const filled = columns.map((points) => {
    /** @type {(number | null | undefined)[]} */
    const column = new Array(times.length).fill(undefined);
    points.forEach(([t, value]) => (column[/** @type {number} */ (place.get(t))] = value));
    return column;
  });
  return [times.map((time) => time / 1000), ...filled];
}

/** Everything fits, and the span is never so narrow that noise looks like an event. @param {Line[]} lines @returns {[number, number]} */
function range(lines) {
  const values = lines.flatMap((line) => [...line.kept.low, ...line.kept.high, ...line.suspect.last, ...line.imputed.flatMap((cell) => [cell.low ?? cell.value, cell.value, cell.high ?? cell.value])]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max(low > 30 && high < 45 ? 0.6 : 4, (high - low) * 0.1);
  return values.length ? [low - room, high + room] : [0, 1];
}

/** @param {uPlot} chart @param {Line} line @param {number} gap ms */
function drawMarks(chart, line, gap) {
  const { t: times, last } = line.kept;
  const isAlone = (/** @type {number} */ i) => !(times[i] - times[i - 1] <= gap) && !(times[i + 1] - times[i] <= gap);
  times.forEach((t, i) => isAlone(i) && at(chart, t, last[i], SHAPES.kept));
  line.imputed.forEach((cell) => drawImputed(chart, cell));
  line.suspect.t.forEach((t, i) => at(chart, t, line.suspect.last[i], SHAPES.suspect));
  line.rejected.forEach((t) => at(chart, t, chart.scales.y.min ?? 0, SHAPES.rejected));
}

/** @type {Record<string, import('./marks.js').Shape>} */
const IMPUTED = { ESTIMATED: SHAPES.estimated, CARRIED: SHAPES.carried, NORMAL: SHAPES.normal };

/** A value that was not measured, with its interval where it is an estimate. @param {uPlot} chart @param {Line['imputed'][number]} cell */
function drawImputed(chart, { t, value, kind, low, high }) {
  if (low !== undefined && high !== undefined) drawInterval(chart, t, low, high);
  at(chart, t, value, IMPUTED[kind]);
}

/** @param {uPlot} chart @param {number} t @param {number} low @param {number} high */
function drawInterval(chart, t, low, high) {
  const { ctx, bbox } = chart;
  const x = chart.valToPos(t / 1000, 'x', true);
  if (x < bbox.left || x > bbox.left + bbox.width) return;
  ctx.save();
  ctx.strokeStyle = SHAPES.estimated.colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  for (const value of [low, high]) {
    const y = chart.valToPos(value, 'y', true);
    ctx.moveTo(x - 3 * devicePixelRatio, y);
    ctx.lineTo(x + 3 * devicePixelRatio, y);
  }
  ctx.moveTo(x, chart.valToPos(low, 'y', true));
  ctx.lineTo(x, chart.valToPos(high, 'y', true));
  ctx.stroke();
  ctx.restore();
}

/** @param {uPlot} chart @param {number} t @param {number} value @param {import('./marks.js').Shape} shape */
function at(chart, t, value, shape) {
  const x = chart.valToPos(t / 1000, 'x', true);
  if (x >= chart.bbox.left && x <= chart.bbox.left + chart.bbox.width) {
    mark(chart.ctx, x, chart.valToPos(value, 'y', true), shape, devicePixelRatio);
  }
}

/** Each alarm: a line in the colour of its priority where it was raised, and a band from where its condition began. @param {uPlot} chart @param {{onset: number, t: number, priority: string}[]} alarms */
function drawAlarms(chart, alarms) {
  const { ctx, bbox } = chart;
  ctx.save();
  for (const { onset, t, priority } of alarms) {
    const x = chart.valToPos(t / 1000, 'x', true);
    drawDelay(chart, Math.max(bbox.left, chart.valToPos(onset / 1000, 'x', true)), Math.min(x, bbox.left + bbox.width), ALARM[priority]);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.strokeStyle = ALARM[priority];
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/** The priority of each alarm in stars, at the head of its line. @param {uPlot} chart @param {{t: number, priority: string}[]} alarms */
function drawStars(chart, alarms) {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.font = `bold ${11 * devicePixelRatio}px system-ui, sans-serif`;
  for (const { priority, x, align } of legibleMarks(alarms.flatMap((alarm) => starsOf(chart, alarm)))) {
    ctx.textAlign = align;
    write(ctx, STARS[priority], x, bbox.top + 11 * devicePixelRatio, INK);
  }
  ctx.restore();
}

/** Where the stars of an alarm stand, with their plate; nowhere when it was raised outside the span. @param {uPlot} chart @param {{t: number, priority: string}} alarm */
function starsOf(chart, { t, priority }) {
  const { ctx, bbox } = chart;
  const line = chart.valToPos(t / 1000, 'x', true);
  if (line < bbox.left || line > bbox.left + bbox.width) return [];
  const isRight = line > bbox.left + 0.9 * bbox.width;
  const x = line + (isRight ? -3 : 3) * devicePixelRatio;
  const { width } = ctx.measureText(STARS[priority]);
  const left = x - (isRight ? width : 0) - devicePixelRatio;
  /** @type {CanvasTextAlign} */
  const align = isRight ? 'right' : 'left';
  return [{ priority, x, align, left, right: left + width + 2 * devicePixelRatio }];
}

/** The arrivals of the patient: a dotted line with a triangle on the time axis and the bed's name. @param {uPlot} chart @param {Arrival[]} arrivals */
function drawArrivals(chart, arrivals) {
  const { ctx, bbox } = chart;
  const foot = bbox.top + bbox.height;
  ctx.save();
  ctx.strokeStyle = ARRIVAL;
  ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.setLineDash([2 * devicePixelRatio, 4 * devicePixelRatio]);
  for (const { at: time, bed } of arrivals) {
    const x = chart.valToPos(time / 1000, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, foot);
    ctx.stroke();
    write(ctx, `▲ ${bed}`, x - 4 * devicePixelRatio, foot - 3 * devicePixelRatio, ARRIVAL);
  }
  ctx.restore();
}

/** The time in which a condition held before its alarm was raised. @param {uPlot} chart @param {number} from @param {number} to @param {string} colour */
function drawDelay({ ctx, bbox }, from, to, colour) {
  if (!(to > from)) return;
  ctx.fillStyle = `${colour}26`;
  ctx.fillRect(from, bbox.top, to - from, bbox.height);
}

/** Words of a chart, on a plate that hides nothing but what was drawn before them. @param {CanvasRenderingContext2D} ctx @param {string} words @param {number} x @param {number} y foot of the letters @param {string} ink */
function write(ctx, words, x, y, ink) {
  const { width } = ctx.measureText(words);
  const size = 11 * devicePixelRatio;
  ctx.fillStyle = GROUND;
  ctx.fillRect(x - (ctx.textAlign === 'right' ? width : 0) - devicePixelRatio, y - 0.85 * size, width + 2 * devicePixelRatio, 1.07 * size);
  ctx.fillStyle = ink;
  ctx.fillText(words, x, y);
}

/** More names than these would cover the lines; the list beside the chart names all limits. */
const MOST_NAMED = 4;

/** The alarm limits in force, dashed and named, where they lie within the span. @param {uPlot} chart @param {{value: number, text: string, priority: string}[]} limits */
function drawLimits(chart, limits) {
  const { ctx, bbox } = chart;
  const { min = 0, max = 0 } = chart.scales.y;
  ctx.save();
  ctx.setLineDash([6, 6]);
  ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
  /** @type {{y: number, end: number}[]} */
  const labels = [];
  for (const { value, text, priority } of limits) {
    ctx.strokeStyle = LIMIT[priority] ?? LIMIT.LOW;
    if (value > min && value < max) {
      const y = chart.valToPos(value, 'y', true);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      if (limits.length > MOST_NAMED) continue;
      const x = besides(labels, y, bbox.left + 4 * devicePixelRatio);
      write(ctx, text, x, y - 3 * devicePixelRatio, INK);
      labels.push({ y, end: x + ctx.measureText(text).width });
    }
  }
  ctx.restore();
}

/** Where a label begins that would overlap others at its height: to the right of them. @param {{y: number, end: number}[]} labels @param {number} y @param {number} left */
function besides(labels, y, left) {
  const near = labels.filter((label) => Math.abs(label.y - y) < 13 * devicePixelRatio);
  return Math.max(left, ...near.map((label) => label.end + 10 * devicePixelRatio));
}
