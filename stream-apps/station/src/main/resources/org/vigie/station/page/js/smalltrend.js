// @ts-check
/**
 * The last hour of a vital sign in a few pixels: whether it rises, falls or is steady. It has no scale, so the number beside it counts.
 * A temperature moves in hours: its last four count, as one change.
 */

/** @typedef {{t: number, value: number}} Point time in ms, on the ward's clock */

const HOUR_MS = 3600 * 1000;
const MINUTE_MS = 60 * 1000;
/** Points further apart are not joined. */
const GAP_MS = 3 * MINUTE_MS;
/** The least span of values, so that noise does not look like an event. @type {Record<string, number>} */
const LEAST_SPAN = { hr: 30, spo2: 8 };
/** Vital signs whose trend is kept. */
export const TRENDS = ['hr', 'spo2', 'temp'];

/** How far back a trend reaches, where that is not an hour. @type {Record<string, number>} */
const REACH_MS = { temp: 4 * HOUR_MS };

/** Keeps the points of the last hour, of a temperature those of the last four, one for each minute. */
export class SmallTrend {
  /** @param {Point[]} points the oldest first @param {string} variable */
  constructor(points, variable) {
    this.points = points;
    this.reach = REACH_MS[variable] ?? HOUR_MS;
  }

  /** Takes a current value; of one minute the newest counts. @param {number} t @param {number} value */
  take(t, value) {
    const last = this.points[this.points.length - 1];
    if (last && t < last.t) return;
    if (last && Math.floor(last.t / MINUTE_MS) === Math.floor(t / MINUTE_MS)) this.points.pop();
    this.points.push({ t, value });
    this.points = this.points.filter((point) => t - point.t <= this.reach);
  }
}

/**
 * The lines of a trend in a box of 100 by 20; a gap begins a new line.
 * @param {Point[]} points @param {number} now @param {string} variable @returns {string[]} points of each line, as SVG writes them
 */
export function linesOf(points, now, variable) {
  const shown = points.filter(({ t }) => now - t <= HOUR_MS);
  if (shown.length < 2) return [];
  const values = shown.map(({ value }) => value);
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  const span = Math.max(LEAST_SPAN[variable] ?? 1, Math.max(...values) - Math.min(...values));
  const place = (/** @type {Point} */ { t, value }) => `${(100 - ((now - t) / HOUR_MS) * 100).toFixed(1)},${(10 - ((value - middle) / span) * 18).toFixed(1)}`;
  /** @type {string[][]} */
  const lines = [];
  shown.forEach((point, i) => {
    if (i === 0 || point.t - shown[i - 1].t > GAP_MS) lines.push([]);
    lines[lines.length - 1].push(place(point));
  });
  return lines.map((line) => line.join(' '));
}

/**
 * What a slow vital sign changed by, from its oldest to its newest point in reach; null while these lie less than half the reach apart.
 * @param {SmallTrend | undefined} trend @param {number} now @returns {{by: number, over: number} | null} change in the catalogue's unit, and its time in ms
 */
export function changeOf(trend, now) {
  const shown = trend?.points.filter(({ t }) => now - t <= trend.reach) ?? [];
  const [first, last] = [shown[0], shown[shown.length - 1]];
  if (!trend || !first || last.t - first.t < trend.reach / 2) return null;
  return { by: last.value - first.value, over: last.t - first.t };
}
