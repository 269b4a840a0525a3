// @ts-check
import { el, setText } from './dom.js';
import * as format from './format.js';
import { t } from './i18n.js';
import { durationText, endText, liveSentence, messageOf, monitorKey, monitorText } from './incident.js';
import { buttons, deliveryTexts, done, incidentActions, incidentDone, incidentStates, pausedText, unansweredFor, unansweredText, verdicts } from './orders.js';
import { RANK, STARS } from './priority.js';
import { passport } from './passport.js';

/** @typedef {import('./model.js').Alert} Alert */
/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./incident.js').Incident} Incident */
/** @typedef {import('./model.js').MonitorAlarm} MonitorAlarm */

/** Incidents whose alarms a user unfolded: a row that is drawn anew stays unfolded. @type {Set<string>} */
const unfolded = new Set();

/** One incident of the list, its alarms folded below. Built once for each revision; afterwards only live values and duration are written. */
export class IncidentRow {
  /** @param {Incident} incident @param {Ward} ward @param {boolean} called whether a call can leave the page @param {(bed: string) => void} open */
  constructor(incident, ward, called, open) {
    this.incident = incident;
    this.bed = incident.bed;
    this.ward = ward;
    this.duration = el('span', { class: 'duration' });
    this.sentence = el('p', { class: 'sentence' });
    this.waiting = el('span', { class: 'state waiting' });
    this.waitingFor = el('span', { class: 'waiting-for' });
    this.elsewhere = el('span', { class: 'state elsewhere' });
    this.paused = el('span', { class: 'state paused' });
    const { alerts, bed, key, kind, priority } = incident;
    const now = ward.now() ?? 0;
    this.node = el(
      'tr',
      { 'data-priority': priority, 'data-kind': kind, 'data-state': 'RAISED', 'data-incident': key },
      el('td', {}, stars(priority)),
      el('td', {}, bedLink(bed, key, open), ...(alerts.length > 1 ? [el('span', { class: 'count' }, t('alarmCount', { count: alerts.length }))] : [])),
      el('td', { class: 'what' }, this.sentence, this.#fold(now, called), buttons(alerts[0], incidentActions(incident), alerts)),
    );
    this.update();
  }

  /** What was done about the incident; unfolded, each of its alarms with its own state. @param {number} now @param {boolean} called */
  #fold(now, called) {
    const { alerts, key } = this.incident;
    const marks = alerts.length > 1 ? [] : tags(alerts[0]);
    // Beside a mark there is no room for it.
    const [inBrief, inStates] = marks.length ? [[], [this.waiting, this.waitingFor]] : [[this.waiting, this.waitingFor], []];
    const states = incidentStates(this.incident, now, called).map(({ text, urgent }) => el('span', { class: urgent ? 'state urgent' : 'state' }, text));
    const fold = el(
      'details',
      { class: 'fold' },
      el('summary', {}, el('span', { class: 'brief' }, ...marks, ...inBrief, this.duration), el('span', { class: 'states' }, this.elsewhere, ...inStates, ...states, this.paused)),
      el('ul', { class: 'members' }, ...alerts.map((alert) => member(alert, this.ward, now, called)), ...incidentDone(this.incident, now, called).map((word) => el('li', { class: 'done' }, word))),
    );
    fold.open = unfolded.has(key);
    fold.addEventListener('toggle', () => (fold.open ? unfolded.add(key) : unfolded.delete(key)));
    return fold;
  }

  update() {
    const now = this.ward.now() ?? this.incident.raisedAt;
    const { alerts } = this.incident;
    const waiting = unansweredText(alerts, now);
    setText(this.waiting, waiting);
    setText(this.waitingFor, waiting && `, ${unansweredFor(alerts, now)}`);
    setText(this.duration, waiting ? '' : durationText(this.incident, now));
    setText(this.sentence, liveSentence(alerts, this.ward, now) || messageOf(alerts[0]));
    setText(this.paused, pausedText(alerts, now));
    setText(this.elsewhere, bedlessText(alerts[0], this.ward));
  }
}

/** One of several alarms, with its own state and what would end it. @param {Alert} alert @param {Ward} ward @param {number} now @param {boolean} called */
function member(alert, ward, now, called) {
  return el('li', { 'data-priority': alert.priority }, el('span', { class: 'stars' }, STARS[alert.priority]), el('span', { class: 'message' }, messageOf(alert)), ...statusLines(alert, ward, now, called));
}

/** What would end an alarm, and what was done about it. @param {Alert} alert @param {Ward} ward @param {number} now @param {boolean} called */
export function statusLines(alert, ward, now, called) {
  const ends = endText(alert, ward);
  return [...(ends ? [el('span', { class: 'ends' }, ends)] : []), ...done(alert, now, called).map((word) => el('span', { class: 'done' }, word))];
}

/** An alarm that is over. */
export class AlarmRow {
  /** @param {Alert} alert @param {Ward} ward @param {boolean} _called @param {(bed: string) => void} open */
  constructor(alert, ward, _called, open) {
    this.bed = alert.bed;
    const now = ward.now() ?? 0;
    this.node = el(
      'tr',
      { 'data-priority': alert.priority, 'data-kind': alert.kind, 'data-state': alert.state },
      el('td', {}, stars(alert.priority)),
      el('td', {}, bedLink(alert.bed, alert.alert, open)),
      el('td', { class: 'what' }, el('p', { class: 'words' }, ...tags(alert), el('span', { class: 'message' }, messageOf(alert))), buttons(alert, verdicts()), passport(`api/alerts/${encodeURIComponent(alert.alert)}/verification`, `./vigie verify alert ${alert.alert}`)),
      el('td', { class: 'time' }, format.minute(alert.clearedAt ?? alert.raisedAt, now)),
    );
  }

  update() {}
}

/** An alarm that a monitor raised itself: Vigie shows it as it came. */
export class MonitorRow {
  /** @param {MonitorAlarm} alarm @param {Ward} ward @param {(bed: string) => void} open */
  constructor(alarm, ward, open) {
    this.bed = alarm.bed;
    const now = ward.now() ?? 0;
    const words = [monitorText(alarm), alarm.value, alarm.device].filter(Boolean).join(' · ');
    this.node = el(
      'tr',
      { 'data-priority': alarm.priority, 'data-kind': 'MONITOR', 'data-state': alarm.endedAt === undefined ? 'RAISED' : 'CLEARED' },
      el('td', {}, stars(alarm.priority)),
      el('td', {}, alarm.bed ? bedLink(alarm.bed, monitorKey(alarm), open) : t('noBed')),
      el('td', { class: 'what' }, el('p', { class: 'words' }, el('span', { class: 'tag' }, t('ofMonitor')), ...(alarm.bed && !ward.beds.get(alarm.bed)?.occupant ? [el('span', { class: 'tag' }, t('emptyBed'))] : []), ...(alarm.test ? [el('span', { class: 'tag' }, t('monitorTest'))] : []), el('span', { class: 'message' }, words)), ...(alarm.endedAt === undefined ? [el('p', { class: 'elsewhere' }, t('onMonitor'))] : []), ...deliveryTexts(alarm.deliveries, now).map((text) => el('span', { class: 'done' }, text))),
      el('td', { class: 'time' }, format.minute(alarm.endedAt ?? alarm.raisedAt, now)),
    );
  }

  update() {}
}

/** @param {string} priority */
function stars(priority) {
  const title = priority === 'NONE' ? '' : t(/** @type {any} */ (`count${3 - RANK[priority]}`));
  return el('span', { class: 'stars', title }, STARS[priority] ?? '·');
}

/** @param {string} bed @param {string} key keeps the focus of a row that is drawn anew @param {(bed: string) => void} open */
function bedLink(bed, key, open) {
  const node = el('button', { type: 'button', class: 'link', 'data-alert': key }, bed);
  node.addEventListener('click', () => open(bed));
  return node;
}

/** That the patient of an alarm lies in no bed, or another patient lies in the bed that the row names; empty otherwise. @param {Alert} alert @param {Ward} ward */
function bedlessText({ bed, stay }, ward) {
  const occupant = ward.beds.get(bed)?.occupant;
  if (occupant?.stay === stay) return '';
  return t(occupant ? 'otherPatient' : 'noBedOfPatient', { bed });
}

/** @param {Alert} alert */
function tags(alert) {
  const names = [alert.stayEnded ? 'stayEnded' : '', alert.kind === 'TECHNICAL' ? 'technical' : '', alert.kind === 'PREDICTED' ? 'predicted' : ''];
  return names.filter(Boolean).map((tag) => el('span', { class: 'tag' }, t(/** @type {any} */ (tag))));
}
