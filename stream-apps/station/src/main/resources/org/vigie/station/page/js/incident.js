// @ts-check
import * as format from './format.js';
import { either, t } from './i18n.js';
import { RANK } from './priority.js';
import { isStale } from './vital.js';

/** One row of the alarm list: the alarms of one deterioration, as alert-streams groups them. */

/** @typedef {import('./model.js').Alert} Alert */
/** @typedef {import('./model.js').Ward} Ward */
/**
 * @typedef {{key: string, bed: string, stay: string, priority: string, kind: string, raisedAt: number, alerts: Alert[], revision: number,
 *   state?: import('./model.js').IncidentState}} Incident
 */

const MOST_VALUES = 4;

/** A value that is older stands with its time in the words of an alarm. */
const RECENT_MS = 5 * 60 * 1000;

/** The open alarms by incident, of which a stay has at most one; an alarm without an incident stands alone. @param {Iterable<Alert>} alerts @returns {Incident[]} */
export function incidentsOf(alerts) {
  /** @type {Map<string, Alert[]>} */
  const groups = new Map();
  for (const alert of alerts) {
    if (alert.state !== 'RAISED') continue;
    const key = alert.incident ? alert.stay : alert.alert;
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return [...groups].map(([key, members]) => incident(key, members));
}

/** The incident's state is that of the newest entry: older alarms hold an older one. @param {string} key @param {Alert[]} members @returns {Incident} */
function incident(key, members) {
  const alerts = members.sort(causeFirst);
  const newest = alerts.reduce((one, other) => ((other.sequence ?? 0) > (one.sequence ?? 0) ? other : one)).incident;
  const priority = alerts.map((alert) => alert.priority).reduce((one, other) => (RANK[other] < RANK[one] ? other : one));
  return {
    key,
    bed: alerts[0].bed,
    stay: alerts[0].stay,
    priority,
    kind: alerts[0].kind,
    raisedAt: Math.min(...alerts.map((alert) => alert.raisedAt)),
    alerts,
    revision: Math.max(...alerts.map((alert) => alert.revision)),
    state: newest,
  };
}

/** A vital sign before a score that sums it up, then the most urgent, then the first. @param {Alert} a @param {Alert} b */
export function causeFirst(a, b) {
  return Number(a.score ?? false) - Number(b.score ?? false) || RANK[a.priority] - RANK[b.priority] || a.raisedAt - b.raisedAt;
}

/**
 * What the patient has now and had at worst: the words of an alarm are those of its last change and may no longer hold.
 * @param {Alert[]} alerts of one stay, the cause first @param {Ward} ward @param {number} now @returns {string} empty when no value of the patient is known
 */
export function liveSentence(alerts, ward, now) {
  const texts = liveValues(alerts, ward, now, true);
  return texts.length > MOST_VALUES ? `${texts.slice(0, MOST_VALUES).join(', ')} …` : texts.join(', ');
}

/**
 * The same in shorter and shorter wordings, for a place in which a long one would be cut off.
 * @param {Alert[]} alerts @param {Ward} ward @param {number} now @returns {string[]} empty when no value is known
 */
export function liveWordings(alerts, ward, now) {
  const texts = liveValues(alerts, ward, now, false);
  if (!texts.length) return [];
  const few = texts.map((_, i) => [...texts.slice(0, texts.length - i), i ? `+${i}` : ''].filter(Boolean).join(', '));
  return [liveSentence(alerts, ward, now), ...few];
}

/** @param {Alert[]} alerts @param {Ward} ward @param {number} now @param {boolean} worst with the worst value @returns {string[]} */
function liveValues(alerts, ward, now, worst) {
  const causes = alerts.filter((alert) => !alert.score);
  const shown = causes.length ? causes : alerts.slice(0, 1);
  const bed = ward.beds.get(alerts[0]?.bed);
  if (!bed || !ward.isOfOccupant(alerts[0])) return [];
  /** @type {Map<string, string>} */
  const parts = new Map();
  for (const alert of shown) {
    for (const value of bed.values.filter(({ variable }) => alert.variables.includes(variable))) {
      if (!parts.has(value.variable)) parts.set(value.variable, valueText(value, worst ? worstOf(alert, value.variable, bed) : undefined, ward, now));
    }
  }
  return [...(causes.length ? [] : shown.map((alert) => scoreText(alert, bed))), ...parts.values()];
}

/** The score at present: beside vital signs that may all be within their limits, it says why there is an alarm. @param {Alert} alert @param {import('./model.js').Bed} bed */
function scoreText(alert, { triage }) {
  if (!alert.rule.startsWith('news2') || !triage) return messageOf(alert);
  return t('news2', { score: triage.news2Low === triage.news2High ? triage.news2Low : `${triage.news2Low}–${triage.news2High}` });
}

/** A value that was measured some minutes ago has its time: nobody measured it since. @param {string} live @param {import('./model.js').Value} value @param {number} now */
function dated(live, value, now) {
  return live === '--' || now - value.asOf <= RECENT_MS ? live : t('valueAt', { value: live, time: format.minute(value.asOf, now) });
}

/** @param {Alert} alert @param {string} variable @param {import('./model.js').Bed} bed */
function worstOf(alert, variable, { alarms }) {
  return (alarms.worst ?? []).find((each) => each.alert === alert.alert && each.variable === variable)?.worst;
}

/** @param {import('./model.js').Value} value @param {number | undefined} worst @param {Ward} ward @param {number} now */
function valueText(value, worst, ward, now) {
  const live = isStale(value, now) ? '--' : format.measure(value.variable, value.value ?? NaN);
  const extreme = worst === undefined ? '' : format.measure(value.variable, worst);
  return `${shortName(value.variable, ward)} ${dated(live, value, now)}${extreme && extreme !== live ? ` (${t('worst', { value: extreme })})` : ''}`;
}

/** @type {Record<string, string>} */
const RELATION = { AT_LEAST: '≥', AT_MOST: '≤', LESS_THAN: '<' };

/** What would end an alarm: the value that must be reached, and for how long; empty when no limit says it. @param {Alert} alert @param {Ward} ward */
export function endText({ ends, call }, ward) {
  const parts = (ends ?? []).map(({ variable, relation, value, lastsMs }) => {
    const name = variable.startsWith('news2') ? 'NEWS2' : shortName(variable, ward);
    const during = lastsMs > 0 ? ` ${t('during', { time: format.age(lastsMs) })}` : '';
    return `${name} ${RELATION[relation] ?? relation} ${format.measure(variable, value)}${during}`;
  });
  if (call?.latched) return t('endsByReset');
  return parts.length ? t('endsWhen', { what: parts.join(', ') }) : '';
}

/** The words of an alarm at its last change. @param {Alert} alert */
export const messageOf = (alert) => either(alert.messageFr, alert.messageEn);

/** @param {import('./model.js').MonitorAlarm} alarm */
export const monitorText = ({ text, code }) => text || code;

/** @param {import('./model.js').MonitorAlarm} alarm */
export const monitorKey = ({ source, device, bed, alarm, code, text }) => ['monitor', source, device, bed, alarm || code + text].join(' ');

/** For how long an alarm or an incident has been raised. @param {{raisedAt: number}} since @param {number} now */
export const durationText = ({ raisedAt }, now) => t('raisedFor', { age: format.age(now - raisedAt) });

/** The short label of a tile, else the catalogue's. @param {string} variable @param {Ward} [ward] */
export function shortName(variable, ward) {
  const short = SHORT[variable];
  if (short) return t(short);
  const known = ward?.variables.get(variable);
  return known ? either(known.labelFr, known.labelEn) : variable;
}

/** @type {Record<string, import('./i18n.js').Key>} */
const SHORT = {
  hr: 'hr',
  pulse_spo2: 'pulse',
  spo2: 'spo2',
  rr: 'rr',
  temp: 'temp',
  icp: 'icp',
  cpp: 'cpp',
  cvp: 'cvp',
  etco2: 'etco2',
  fio2: 'fio2',
  peep: 'peep',
  noradrenaline: 'noradrenaline',
  adrenaline: 'adrenaline',
  dobutamine: 'dobutamine',
  vasopressin: 'vasopressin',
  abp_sys: 'abp_sys',
  abp_mean: 'abp_mean',
  abp_dia: 'abp_dia',
  nibp_sys: 'nibp_sys',
  nibp_mean: 'nibp_mean',
  nibp_dia: 'nibp_dia',
};
