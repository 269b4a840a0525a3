// @ts-check
import { el, setText } from './dom.js';
import * as format from './format.js';
import { either, t } from './i18n.js';
import { actions, buttons, done, verdicts } from './orders.js';
import { STARS } from './tile.js';
import { isStale } from './vital.js';

/** @typedef {import('./model.js').Alert} Alert */
/** @typedef {import('./model.js').Ward} Ward */

export const RANK = { HIGH: 0, MEDIUM: 1, LOW: 2 };

/** One alarm of the list. Built once for each revision; afterwards only the live value and the duration are written. */
export class AlarmRow {
  /** @param {Alert} alert @param {Ward} ward @param {boolean} called whether a call can leave the page @param {(bed: string) => void} open */
  constructor(alert, ward, called, open) {
    this.alert = alert;
    this.ward = ward;
    this.duration = el('td', { class: 'duration' });
    this.live = el('span', { class: 'live-value' });
    const now = ward.now() ?? 0;
    const mark = el('span', { class: 'stars', title: t(/** @type {any} */ (`count${3 - RANK[alert.priority]}`)) }, STARS[alert.priority]);
    const bed = el('button', { type: 'button', class: 'link', 'data-alert': alert.alert }, alert.bed);
    bed.addEventListener('click', () => open(alert.bed));
    this.node = el(
      'tr',
      { 'data-priority': alert.priority, 'data-kind': alert.kind, 'data-state': alert.state },
      el('td', {}, mark),
      el('td', {}, bed),
      this.duration,
      this.#text(now, called),
      el('td', { class: 'time' }, format.minute(alert.clearedAt ?? alert.raisedAt, now)),
    );
    this.update();
  }

  /** @param {number} now @param {boolean} called */
  #text(now, called) {
    const { alert } = this;
    const over = alert.state === 'CLEARED';
    const tags = [alert.stayEnded ? 'stayEnded' : '', alert.kind === 'TECHNICAL' ? 'technical' : '', alert.kind === 'PREDICTED' ? 'predicted' : ''];
    return el(
      'td',
      { class: 'what' },
      el('p', { class: 'words' }, ...tags.filter(Boolean).map((tag) => el('span', { class: 'tag' }, t(/** @type {any} */ (tag)))), el('span', { class: 'message' }, either(alert.messageFr, alert.messageEn)), this.live),
      ...(over ? [] : done(alert, now, called).map((word) => el('span', { class: 'done' }, word))),
      buttons(alert, over ? verdicts() : actions(alert).slice(0, 2)),
    );
  }

  /** The message is that of the newest change of the alarm. Beside it stand the present value and the duration. */
  update() {
    if (this.alert.state !== 'RAISED') return;
    const now = this.ward.now() ?? this.alert.raisedAt;
    setText(this.duration, durationText(this.alert, now));
    setText(this.live, presentText(this.alert, this.ward, now));
  }
}

/** For how long an alarm has been raised. @param {Alert} alert @param {number} now */
export const durationText = ({ raisedAt }, now) => t('raisedFor', { age: format.age(now - raisedAt) });

/** What an alarm's variables are now; empty when it has none. @param {Alert} alert @param {Ward} ward @param {number} now */
export function presentText({ bed, variables }, ward, now) {
  const values = ward.beds.get(bed)?.values ?? [];
  const current = values
    .filter(({ variable }) => variables.includes(variable))
    .map((value) => `${name(value.variable, ward)} ${isStale(value, now) ? '--' : format.measure(value.variable, value.value ?? NaN)}`);
  return current.length ? t('presently', { values: current.join(', ') }) : '';
}

/** The short label of a tile, else the catalogue's. @param {string} variable @param {Ward} ward */
function name(variable, ward) {
  const short = SHORT[variable];
  if (short) return t(short);
  const known = ward.variables.get(variable);
  return known ? either(known.labelFr, known.labelEn) : variable;
}

/** @type {Record<string, import('./i18n.js').Key>} */
const SHORT = {
  hr: 'hr',
  pulse_spo2: 'pulse',
  spo2: 'spo2',
  rr: 'rr',
  temp: 'temp',
  abp_sys: 'abp_sys',
  abp_mean: 'abp_mean',
  abp_dia: 'abp_dia',
  nibp_sys: 'nibp_sys',
  nibp_mean: 'nibp_mean',
  nibp_dia: 'nibp_dia',
};
