// @ts-check
/** What the past of a score says: its runs by model version, its survival curve, and which hours moved it. */

/**
 * @typedef {{windowEnd: number, probability?: number, low?: number, high?: number, survival1d?: number, survival7d?: number,
 *   survival30d?: number, model: string, modelVersion: string, modelDigest: string, imputedShare: number}} ScorePoint
 * @typedef {{model: string, points: ScorePoint[]}} ScoreRun
 * @typedef {{variable: string, sum: number, cells: Map<number, number>}} HeatRow
 */

/**
 * The scores in runs of one version of one model: scores of two versions are not joined by a line. A window without a number ends a run, too.
 * @param {ScorePoint[]} points the oldest first @returns {ScoreRun[]}
 */
export function runsOf(points) {
  /** @type {ScoreRun[]} */
  const runs = [];
  let digest = '';
  for (const point of points) {
    if (point.probability === undefined) {
      digest = '';
      continue;
    }
    if (point.modelDigest !== digest) runs.push({ model: `${point.model} ${point.modelVersion}`, points: [] });
    digest = point.modelDigest;
    runs[runs.length - 1].points.push(point);
  }
  return runs;
}

/**
 * The probabilities of being alive, by days since admission. They begin with 1 at admission.
 * @param {ScorePoint | undefined} point @returns {{day: number, alive: number}[]} empty when the model gave none
 */
export function survivalOf(point) {
  if (!point) return [];
  const given = [
    { day: 1, alive: point.survival1d },
    { day: 7, alive: point.survival7d },
    { day: 30, alive: point.survival30d },
  ].flatMap(({ day, alive }) => (alive === undefined ? [] : [{ day, alive }]));
  return given.length ? [{ day: 0, alive: 1 }, ...given] : [];
}

/**
 * The contributions by variable and hour of the stay, the variable that moved the score most first.
 * @param {import('./model.js').Contribution[]} contributions @returns {{hours: number[], rows: HeatRow[], most: number}} hours: each that has a contribution
 */
export function heatOf(contributions) {
  /** @type {Map<string, HeatRow>} */
  const rows = new Map();
  const timed = contributions.filter(({ hour }) => hour !== undefined);
  for (const { variable, hour, logOdds } of timed) {
    const row = rows.get(variable) ?? { variable, sum: 0, cells: new Map() };
    row.cells.set(Number(hour), (row.cells.get(Number(hour)) ?? 0) + logOdds);
    row.sum += Math.abs(logOdds);
    rows.set(variable, row);
  }
  const hours = [...new Set(timed.map(({ hour }) => Number(hour)))].sort((a, b) => a - b);
  const most = Math.max(0, ...[...rows.values()].flatMap(({ cells }) => [...cells.values()].map(Math.abs)));
  return { hours, rows: [...rows.values()].sort((a, b) => b.sum - a.sum), most };
}
