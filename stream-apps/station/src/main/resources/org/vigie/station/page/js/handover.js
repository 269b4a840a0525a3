// @ts-check
import { changesOf } from './changes.js';
import { byId, el, setText } from './dom.js';
import * as format from './format.js';
import { language, named, t } from './i18n.js';
import { causeFirst, liveSentence, messageOf, monitorText } from './incident.js';
import { Ward } from './model.js';
import { doubtText, noteLines } from './notes.js';
import { studyMark } from './replay.js';
import { STARS } from './priority.js';
import { checkText, identifiers, person } from './tile.js';
import { triageBadge, triageReason } from './triage.js';
import { isProcessed, watchWarning } from './unwatched.js';
import { isDoubtful, isStale, isWatched, lastMeasured, toldAge } from './vital.js';

/** The sheet of a shift handover: what is now, what happened since the last shift, what differs from the unit's settings. */

/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {import('./model.js').Alert} Alert */

const HOUR_MS = 3600 * 1000;
const SPANS = [1, 8, 12];
/** So many alarms of the shift stand on the sheet in words; all are counted. */
const TOLD = 4;
/** @type {{label: import('./i18n.js').Key, names: string[]}[]} a pressure is systolic, diastolic and mean */
const VITALS = [
  { label: 'hr', names: ['hr'] },
  { label: 'spo2', names: ['spo2'] },
  { label: 'rr', names: ['rr'] },
  { label: 'abp', names: ['abp_sys', 'abp_dia', 'abp_mean'] },
  { label: 'nibp', names: ['nibp_sys', 'nibp_dia', 'nibp_mean'] },
  { label: 'temp', names: ['temp'] },
];
const ward = new Ward();
let hours = SPANS[2];

show();

async function show() {
  document.documentElement.lang = language();
  setText(byId('title'), hours === 1 ? t('handoverTitleHour') : t('handoverTitle', { hours }));
  byId('tools').replaceChildren(...SPANS.map(spanButton), printButton());
  setText(byId('notice'), `${t('disclaimer')} ${t('keyUnits')}`);
  try {
    const [picture, health] = await Promise.all([read('api/ward'), read('api/health')]);
    ward.replace(picture);
    ward.unwatched = new Map(health.beds.filter((/** @type {any} */ bed) => bed.reason).map((/** @type {any} */ bed) => [bed.bed, bed]));
    setText(byId('made'), t('handoverMade', { time: format.dateTime(ward.now() ?? ward.wall()) }));
    // Open alarms that the station has not read yet would be missing on the paper.
    const starting = ward.clock?.reason === 'STARTING';
    byId('sheet').replaceChildren(starting ? el('p', { role: 'alert' }, watchWarning(ward)) : sheet());
  } catch {
    byId('sheet').replaceChildren(el('p', { role: 'alert' }, t('handoverFailed')));
  }
}

/** @param {string} address */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** @param {number} span hours */
function spanButton(span) {
  const button = el('button', { type: 'button', 'aria-pressed': String(span === hours), 'data-hours': String(span) }, t('hours', { hours: span }));
  button.addEventListener('click', () => {
    hours = span;
    show();
  });
  return button;
}

function printButton() {
  const button = el('button', { type: 'button' }, t('print'));
  button.addEventListener('click', () => print());
  return button;
}

function sheet() {
  const columns = /** @type {const} */ (['bed', 'patient', 'handoverNow', 'handoverOpen', hours === 1 ? 'handoverPastHour' : 'handoverPast', 'handoverChanges', 'handoverNotes']);
  const head = el('tr', {}, ...columns.map((column) => el('th', { scope: 'col' }, t(column))));
  const rows = [...ward.beds.values()].filter(({ occupant }) => occupant).map(row);
  // A head of a table stands on every printed page.
  const marks = [replayMark(), watchWarning(ward)].filter(Boolean);
  const marked = marks.map((mark) => el('tr', {}, el('th', { class: 'marked', colspan: String(columns.length) }, mark)));
  return el('table', {}, el('thead', {}, ...marked, head), el('tbody', {}, ...rows));
}

/** What says that the sheet is not the present; empty in a ward. */
function replayMark() {
  const { clock } = ward;
  if (!clock?.replay) return '';
  return clock.study ? studyMark(clock.study) : t('replay', { speed: format.number(clock.speed) });
}

/** @param {Bed} bed */
function row(bed) {
  const { occupant } = bed;
  const [patient, stay] = occupant ? identifiers(occupant) : [];
  const who = [patient, occupant ? [person(occupant), stay].filter(Boolean).join(' · ') : ''].filter(Boolean);
  who.push(...[doubtText(bed, ward.now() ?? 0), ...noteLines(bed, ward.now() ?? 0)].filter(Boolean));
  return el(
    'tr',
    { 'data-bed': bed.bed },
    el('th', { scope: 'row' }, bed.bed),
    el('td', { class: 'one-line' }, ...who.flatMap((line, i) => (i ? [el('br'), line] : [line]))),
    present(bed),
    list([...open(bed), ...(areAlarmsKnown(bed) ? [] : [t('unknownAlarms')])]),
    list(past(bed)),
    list(changesOf(bed, ward).map(({ what, until, who: by, reason }) => [what, until, by, reason].filter(Boolean).join(' · '))),
    el('td', { class: 'notes' }),
  );
}

/** The present values and the triage: a value that violates a limit is underlined, a suspect one has a question mark, a stale one is dashes. @param {Bed} bed */
function present(bed) {
  const now = ward.now() ?? 0;
  const known = new Set(bed.values.map((value) => value.variable));
  const fresh = new Map(bed.values.filter((value) => !isStale(value, now)).map((value) => [value.variable, value]));
  const current = new Set(VITALS.filter(({ names }) => names.some((name) => fresh.has(name))).map(({ label }) => label));
  // Of two ways to measure a pressure the current one is enough.
  const isSpare = (/** @type {string} */ label) => (label === 'abp' && current.has('nibp')) || (label === 'nibp' && current.has('abp'));
  const shown = fresh.size ? VITALS.filter(({ label, names }) => current.has(label) || (names.some((name) => known.has(name)) && !isSpare(label))) : [];
  const parts = shown.flatMap(({ label, names }) => [vital(label, names.map((name) => fresh.get(name)), now), ' ']);
  const { text, why } = triageBadge(bed, ward);
  const reason = bed.triage && !why ? triageReason(bed, ward) : '';
  return el('td', {}, el('span', { class: 'one-line' }, ...(parts.length ? parts : [unwatched(bed, now)])), el('br'), [text, reason].filter(Boolean).join(' · '));
}

/** That no value is current, and since when. @param {Bed} bed @param {number} now */
function unwatched({ values }, now) {
  const last = lastMeasured(values);
  return [t('unwatched'), last === null ? t('noValue') : t('sinceTime', { time: format.dated(last, now) })].join(' ');
}

/** Older values stand with their age. @param {import('./i18n.js').Key} label @param {(import('./model.js').Value | undefined)[]} values @param {number} now */
function vital(label, values, now) {
  const [main, ...others] = values.map((value) => (value ? format.measure(value.variable, value.value ?? NaN) : '--'));
  const text = others.length && values.some(Boolean) ? `${main}/${others[0]} (${others[1]})` : main;
  const doubt = values.some((value) => value?.verdict === 'SUSPECT') ? ' ?' : '';
  const old = toldAge(values, now);
  const age = old === null ? '' : ` ${format.briefAge(old)}`;
  return el('span', values.some((value) => value?.violates) ? { class: 'beyond' } : {}, `${t(label)} ${text}${doubt}${age}`);
}

/** What is open now, each with its beginning: one sentence for the patient, then equipment, the monitor's own alarms and what must be checked. @param {Bed} bed */
function open({ bed, values }) {
  const now = ward.now() ?? 0;
  const alarms = ward.openAlarms(bed).sort(causeFirst);
  const patient = alarms.filter(({ kind }) => kind === 'PHYSIOLOGICAL');
  const live = patient.length ? liveSentence(patient, ward, now) || messageOf(patient[0]) : '';
  const priority = patient.map((alert) => STARS[alert.priority]).sort((a, b) => b.length - a.length)[0] ?? '';
  const since = (/** @type {number[]} */ times, /** @type {string} */ text) => `${format.dated(Math.min(...times), now)} ${text}`;
  const others = alarms.filter(({ kind }) => kind !== 'PHYSIOLOGICAL').map((alert) => since([alert.raisedAt], `${STARS[alert.priority]} ${messageOf(alert)}`));
  const monitors = ward.monitorAlarms(bed).map((alarm) => since([alarm.raisedAt], `${STARS[alarm.priority] ?? '·'} ${named(t('ofMonitor'), monitorText(alarm))}`));
  const doubtful = values.filter((value) => isDoubtful(value, now));
  const check = doubtful.length ? [since(doubtful.map(({ doubtfulSince }) => doubtfulSince ?? now), checkText(doubtful))] : [];
  return [...(live ? [since(patient.map(({ raisedAt }) => raisedAt), `${priority} ${live}`)] : []), ...others, ...monitors, ...check];
}

/** What happened since the last shift: how many alarms of each priority, and the most urgent in words. @param {Bed} bed */
function past({ bed }) {
  const now = ward.now() ?? 0;
  const from = now - hours * HOUR_MS;
  const raised = [...ward.alerts.values()].filter((alert) => alert.bed === bed && ward.isOfOccupant(alert) && alert.kind === 'PHYSIOLOGICAL' && alert.raisedAt >= from);
  if (!raised.length) return [];
  const counts = Object.entries(STARS).map(([priority, stars]) => `${stars} ${raised.filter((alert) => alert.priority === priority).length}`);
  const told = raised.sort((a, b) => STARS[b.priority].length - STARS[a.priority].length || b.raisedAt - a.raisedAt).slice(0, TOLD);
  return [counts.join('   '), ...told.map((alert) => `${format.dated(alert.raisedAt, now)} ${STARS[alert.priority]} ${messageOf(alert)}`)];
}

/** Whether somebody computes the alarms of a bed, from values of its monitor: elsewhere a list may lack some. @param {Bed} bed */
const areAlarmsKnown = ({ bed, values }) => Boolean(ward.clock?.watched) && ward.clock?.noAlarmsSince === undefined && isProcessed(ward, bed) && isWatched(values, ward.now() ?? 0);

/** @param {string[]} lines */
const list = (lines) => el('td', {}, ...(lines.length ? [el('ul', {}, ...lines.map((line) => el('li', {}, line)))] : ['–']));
