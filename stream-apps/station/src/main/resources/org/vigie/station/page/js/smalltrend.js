// @ts-check
/** The last hour of a vital sign in a few pixels: whether it rises, falls or is steady. It has no scale, so the number beside it counts. */

/** @typedef {{t: number, value: number}} Point time in ms, on the ward's clock */

const HOUR_MS = 3600 * 1000;
const MINUTE_MS = 60 * 1000;
/** Points further apart are not joined. */
const GAP_MS = 3 * MINUTE_MS;
/** The least span of values, so that noise does not look like an event. @type {Record<string, number>} */
const LEAST_SPAN = { hr: 30, spo2: 8 };

/** Keeps the points of the last hour, one for each minute. */
export class SmallTrend {
  /** @param {Point[]} points the oldest first */
  constructor(points) {
    this.points = points;
  }

  /** Takes a current value; of one minute the newest counts. @param {number} t @param {number} value */
  take(t, value) {
    const last = this.points[this.points.length - 1];
    if (last && t < last.t) return;
    if (last && Math.floor(last.t / MINUTE_MS) === Math.floor(t / MINUTE_MS)) this.points.pop();
    this.points.push({ t, value });
    this.points = this.points.filter((point) => t - point.t <= HOUR_MS);
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
