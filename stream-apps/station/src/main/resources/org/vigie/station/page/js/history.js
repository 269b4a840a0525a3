// @ts-check
import { el, svg } from './dom.js';
import * as format from './format.js';
import { language, t } from './i18n.js';
import { shortName } from './incident.js';
import { awaitsEstimate } from './notes.js';
import { isPast } from './past.js';
import { STARS } from './priority.js';
import { heatOf, runsOf, survivalOf } from './scorehistory.js';

/** The past of a bed's score and limits. It is read when somebody opens it; a score that waits for the reader's own estimate is not drawn. */

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {import('./scorehistory.js').ScorePoint} ScorePoint */
/** @typedef {{at: number, set: boolean, variable: string, side: string, priority: string, limit: number, by: string, reason?: string}} LimitChange */
/** @typedef {{scores: ScorePoint[], limits: LimitChange[]}} History */

const WIDTH = 360;
const HEIGHT = 110;
const LEFT = 40;
const BOTTOM = 20;
const DAYS = 30;
/** The widest letter of a model's name, in the units of the drawing. */
const MODEL_LETTER = 7;

/** What happened to the score and the limits of a bed. */
export class BedHistory {
  /** @param {Ward} ward @param {string} bed @param {(variable: string) => string} name */
  constructor(ward, bed, name) {
    this.ward = ward;
    this.bed = bed;
    this.name = name;
    this.content = el('div', { class: 'history-content' });
    this.node = el('details', { class: 'block limits history' }, el('summary', {}, t('history')), this.content);
    this.node.addEventListener('toggle', () => this.node.open && this.#read());
    this.shown = '';
  }

  /** Reads again after a new score or limit, while open. A page of an earlier time does not read it: the answer is of the present. */
  show() {
    const bed = this.ward.beds.get(this.bed);
    this.node.hidden = isPast() || !bed?.occupant;
    if (this.node.open && bed && this.#stateOf(bed) !== this.shown) this.#read();
  }

  /** @param {Bed} bed */
  #stateOf({ risk, limits }) {
    return JSON.stringify([language(), risk?.windowEnd, risk?.absent, risk?.explainedAt, limits]);
  }

  async #read() {
    const bed = this.ward.beds.get(this.bed);
    if (!bed) return;
    this.shown = this.#stateOf(bed);
    const path = this.bed.split('/').map(encodeURIComponent).join('/');
    try {
      const answer = await fetch(`api/beds/${path}/history`);
      if (!answer.ok) throw new Error(String(answer.status));
      this.#draw(await answer.json(), bed);
    } catch {
      this.content.replaceChildren(el('p', { class: 'quiet' }, t('historyFailed')));
    }
  }

  /** @param {History} history @param {Bed} bed */
  #draw({ scores: sent, limits }, bed) {
    const scores = awaitsEstimate(bed, this.ward) ? [] : sent;
    const contributions = scores.length ? (bed.risk?.contributions ?? []) : [];
    const now = this.ward.now() ?? 0;
    const hidden = scores.length ? [] : [el('p', { class: 'quiet' }, t('noScoreHistory'))];
    this.content.replaceChildren(...hidden, ...scoreChart(scores, now), ...survivalChart(scores), ...heatMap(contributions, this.name), this.#limits(limits, now));
  }

  /** @param {LimitChange[]} limits @param {number} now */
  #limits(limits, now) {
    const words = limits.map(({ at, set, variable, side, priority, limit, by, reason }) => {
      const what = `${shortName(variable, this.ward)} ${side === 'BELOW' ? '<' : '>'} ${format.quantity(variable, limit)} ${STARS[priority] ?? ''}`;
      return el('li', {}, [format.when(at, now), t(set ? 'limitWasSet' : 'limitHasEnded', { what, by }), reason].filter(Boolean).join(' · '));
    });
    return el('section', {}, el('h3', {}, t('limitHistory')), words.length ? el('ul', {}, ...words) : el('p', { class: 'quiet' }, t('noLimitHistory')));
  }
}

/** The scores of the last hours with their intervals; a new version of the model begins a new line with its name. @param {ScorePoint[]} scores @param {number} now */
function scoreChart(scores, now) {
  const runs = runsOf(scores);
  if (!runs.length) return [];
  const from = runs[0].points[0].windowEnd;
  const span = Math.max(3600e3, now - from);
  const x = (/** @type {number} */ at) => LEFT + ((at - from) / span) * (WIDTH - LEFT - 8);
  const top = Math.max(0.1, ...scores.map(({ probability = 0, high = 0 }) => Math.max(probability, high)));
  const y = (/** @type {number} */ risk) => 14 + (1 - risk / top) * (HEIGHT - BOTTOM - 14);
  const parts = runs.flatMap(({ model, points }) => [
    ...points.flatMap(({ windowEnd, low, high }) => (low === undefined || high === undefined ? [] : [line(x(windowEnd), y(high), x(windowEnd), y(low), 'interval')])),
    svg('polyline', { class: 'score', points: points.map(({ windowEnd, probability = 0 }) => `${x(windowEnd)},${y(probability)}`).join(' ') }),
    ...points.map(({ windowEnd, probability = 0 }) => svg('circle', { class: 'score-point', cx: String(x(windowEnd)), cy: String(y(probability)), r: '2.6' })),
    text(Math.max(2, Math.min(x(points[0].windowEnd), WIDTH - model.length * MODEL_LETTER)), 10, model, 'model'),
  ]);
  const axes = [text(2, y(top) + 4, format.percent(top)), text(2, y(0), '0 %'), text(LEFT, HEIGHT - 6, format.dated(from, now)), endText(WIDTH - 2, HEIGHT - 6, format.minute(now, now)), line(LEFT, y(0), WIDTH - 8, y(0), 'axis')];
  return [figure(t('scoreHistory'), t('scoreHistoryNote'), [...axes, ...parts])];
}

/** The newest score's probability of being alive by days since admission. @param {ScorePoint[]} scores */
function survivalChart(scores) {
  const curve = survivalOf(scores[scores.length - 1]);
  if (!curve.length) return [];
  const x = (/** @type {number} */ day) => LEFT + (day / DAYS) * (WIDTH - LEFT - 50);
  const y = (/** @type {number} */ alive) => 10 + (1 - alive) * (HEIGHT - BOTTOM - 10);
  const parts = [
    ...[1, 0.5, 0].flatMap((alive) => [line(LEFT, y(alive), x(DAYS), y(alive), 'axis'), text(2, y(alive) + 4, format.percent(alive))]),
    svg('polyline', { class: 'score', points: curve.map(({ day, alive }) => `${x(day)},${y(alive)}`).join(' ') }),
    ...curve.slice(1).flatMap(({ day, alive }) => [
      svg('circle', { class: 'score-point', cx: String(x(day)), cy: String(y(alive)), r: '3' }),
      text(x(day) - 4, HEIGHT - 6, t('dayShort', { day })),
      ...(day === 1 ? [] : [text(x(day) + 5, y(alive) + (alive > 0.5 ? 14 : -6), format.chance(alive))]),
    ]),
  ];
  return [figure(t('survival'), t('survivalNote'), parts)];
}

/** Which hours of which variable moved the score: ▲ raises and ▼ lowers it, the darker the more. @param {import('./model.js').Contribution[]} contributions @param {(variable: string) => string} name */
function heatMap(contributions, name) {
  const { hours, rows, most } = heatOf(contributions);
  if (!rows.length) return [];
  const head = el('tr', {}, el('th', { scope: 'col' }, t('heatHour')), ...hours.map((hour) => el('th', { scope: 'col' }, String(hour))));
  const body = rows.map(({ variable, cells }) => el('tr', {}, el('th', { scope: 'row' }, name(variable)), ...hours.map((hour) => heatCell(cells.get(hour), most))));
  return [el('section', {}, el('h3', {}, t('heatMap')), el('div', { class: 'heat-scroll', tabindex: '0', role: 'region', 'aria-label': t('heatMap') }, el('table', { class: 'heat' }, el('thead', {}, head), el('tbody', {}, ...body))), el('p', { class: 'why' }, t('heatNote')))];
}

/** @param {number | undefined} logOdds @param {number} most */
function heatCell(logOdds, most) {
  if (logOdds === undefined) return el('td', {});
  const strength = String(Math.max(1, Math.ceil((4 * Math.abs(logOdds)) / most)));
  const cell = el('td', { 'data-strength': strength, class: logOdds > 0 ? 'raises' : 'lowers' }, logOdds > 0 ? '▲' : '▼');
  cell.title = `${logOdds > 0 ? '+' : ''}${format.number(logOdds, 2)}`;
  return cell;
}

/** @param {string} title @param {string} note @param {SVGElement[]} parts */
function figure(title, note, parts) {
  const chart = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': title, class: 'small-chart' }, ...parts);
  return el('section', {}, el('h3', {}, title), chart, el('p', { class: 'why' }, note));
}

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {string} kind */
const line = (x1, y1, x2, y2, kind) => svg('line', { class: kind, x1: String(x1), y1: String(y1), x2: String(x2), y2: String(y2) });

/** @param {number} x @param {number} y @param {string} words @param {string} [kind] */
const text = (x, y, words, kind = 'tick') => svg('text', { class: kind, x: String(x), y: String(y) }, words);

/** A text that ends at its place: it is not cut off, however wide its letters are. @param {number} x @param {number} y @param {string} words */
const endText = (x, y, words) => svg('text', { class: 'tick', x: String(x), y: String(y), 'text-anchor': 'end' }, words);
