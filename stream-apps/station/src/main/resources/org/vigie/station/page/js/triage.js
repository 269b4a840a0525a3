// @ts-check
import * as format from './format.js';
import { either, t } from './i18n.js';
import { shortName } from './incident.js';
import { RANK } from './priority.js';
import { isProcessed } from './unwatched.js';
import { isStale, isWatched } from './vital.js';

/** The level of a bed in one word, and its first reason. */

/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {import('./model.js').Ward} Ward */

/** @type {Record<string, string>} */
const SIGN = { BELOW: '<', ABOVE: '>' };

/**
 * The level, or dashes with the reason: a level that was not sent again in time, or without a monitor's readings, may be wrong by now.
 * @param {Bed} bed @param {Ward} ward
 */
export function triageBadge(bed, ward) {
  const { triage, occupant, values } = bed;
  const wall = ward.wall();
  if (!triage) return { level: 'NONE', text: t('triageNone'), why: t('triageNever') };
  if (occupant && !(isWatched(values, ward.now() ?? 0) && isProcessed(ward, bed.bed))) return { level: 'STALE', text: t('triageNone'), why: t('triageUnwatched') };
  if (triage.level && wall - triage.sentAt <= triage.limitMs) return { ...current(bed, ward), why: null };
  const time = format.minute(triage.sentAt, wall);
  return { level: 'STALE', text: t('triageSince', { time }), why: t('triageStale', { time }) };
}

/** The attention level, to be confirmed while a value contradicts it; elsewhere the triage level. @param {Bed} bed @param {Ward} ward */
function current(bed, ward) {
  const { attention, level } = /** @type {import('./model.js').Triage} */ (bed.triage);
  if (!attention) return { level: level ?? 'UNKNOWN', text: t(/** @type {any} */ (level)) };
  const shown = contradiction(bed, ward.now() ?? 0) ? 'PENDING' : attention.level;
  return { level: `ATTENTION_${shown}`, text: t(/** @type {any} */ (`attention_${shown}`)) };
}

/**
 * The value beyond a limit that is more urgent than the attention level. A level counts raised alarms, and an alarm is raised after a delay.
 * @param {Bed} bed @param {number} now @returns {import('./model.js').Value | undefined}
 */
export function contradiction(bed, now) {
  const level = bed.triage?.attention?.level;
  if (!level || level === 'UNKNOWN') return undefined;
  const pending = pendingValue(bed, now);
  const calm = RANK[level] ?? RANK.NONE;
  return pending?.violates && RANK[pending.violates.priority] < calm ? pending : undefined;
}

/** The value whose limit is the most urgent one without an alarm of its priority. @param {Bed} bed @param {number} now */
function pendingValue({ values, alarms }, now) {
  const raised = (/** @type {string} */ variable) => RANK[alarms.variables?.[variable] ?? 'NONE'];
  const rank = (/** @type {import('./model.js').Value} */ { violates }) => RANK[violates?.priority ?? 'NONE'];
  return values.filter((value) => value.violates && !isStale(value, now) && rank(value) < raised(value.variable)).sort((a, b) => rank(a) - rank(b))[0];
}

/** Inputs of a score that have a name of their own. @type {Record<string, import('./i18n.js').Key>} */
const INPUTS = { sbp: 'abp_sys', pulse: 'hr', gcs: 'consciousness', consciousness: 'consciousness', oxygen: 'oxygen', pressure: 'pressure' };

/** What a score or a level lacks, in words. @param {string[]} inputs @param {Ward} [ward] */
export const inputNames = (inputs, ward) => inputs.map((input) => (INPUTS[input] ? t(INPUTS[input]) : shortName(input, ward))).join(', ');

/** A value with the limit that it violates. @param {import('./model.js').Value} value @param {Ward} [ward] */
export function beyondText({ variable, value, violates }, ward) {
  const limit = violates ? ` (${SIGN[violates.side]} ${format.measure(variable, violates.limit)})` : '';
  return `${shortName(variable, ward)} ${format.measure(variable, value ?? NaN)}${limit}`;
}

/**
 * The first reason of a level in the tense of its time: a held level was urgent, it need not be so now.
 * @param {Bed} bed with a triage @param {Ward} ward
 */
export function triageReason(bed, ward) {
  const { attention, held, reasonsFr, reasonsEn } = /** @type {import('./model.js').Triage} */ (bed.triage);
  const pending = contradiction(bed, ward.now() ?? 0);
  if (pending) return beyondText(pending, ward);
  if (attention) return either(attention.reasonsFr[0] ?? '', attention.reasonsEn[0] ?? '');
  const reason = either(reasonsFr[0], reasonsEn[0]);
  return held ? heldReason(held, reason, ward.wall()) : reason;
}

/** @param {{since: number, until: number, variable?: string, value?: number}} held @param {string} reason @param {number} now */
function heldReason({ since, until, variable, value }, reason, now) {
  const at = format.minute(since, now);
  const known = variable !== undefined && value !== undefined;
  const what = known ? t('wasValue', { what: shortName(variable), value: format.measure(variable, value), at }) : t('wasTrue', { reason, at });
  return t('heldUntil', { until: format.minute(until, now), what });
}
