// @ts-check
import { inZone, readIn } from './format.js';
import { SmallTrend, TRENDS } from './smalltrend.js';
import { steadyNow } from './steady.js';

/** How fast the clocks of station and browser may drift apart, as a share of the time. */
const DRIFT = 0.005;

/** Whether the unit does not list a bed: the gateway marks its name. @param {string} bed */
export const isUnknownBed = (bed) => bed.endsWith('?');

/**
 * Holds the ward in the browser. Snapshots come whole and carry a revision: an older one never replaces a newer one.
 *
 * @typedef {{variable: string, value?: number, last?: number, unit: string, measuredAt: number, asOf: number, ageMs: number, limitMs: number,
 *   stale: boolean, because: string, verdict: string, reason: string, source: string, device: string, channel: string,
 *   switchedAt?: number, switchedFrom?: string, violates?: Violation, feedIntervalMs?: number, doubtfulSince?: number}} Value
 * @typedef {{side: string, priority: string, limit: number, own: boolean}} Violation
 * @typedef {{variable: string, side: string, priority: string, limit: number, own: boolean}} LimitInForce
 * @typedef {{alert: string, revision: number, stay: string, bed: string, rule: string, kind: string, score?: boolean, priority: string,
 *   state: string, onset: number, raisedAt: number, clearedAt?: number, stayEnded: boolean, value?: number, limit?: number, messageFr: string,
 *   messageEn: string, variables: string[], ends?: AlarmEnd[], sequence?: number, deliveries?: Delivery[], incident?: IncidentState,
 *   call?: {version: number, acknowledgedBy?: string, acknowledgedAt?: number, audioPausedUntil?: number, shelvedUntil?: number,
 *   escalatedTo?: string, latched: boolean}}} Alert
 * @typedef {{variable: string, relation: string, value: number, lastsMs: number}} AlarmEnd
 * @typedef {{channel: string, role?: string, state: string, at: number, detail?: string}} Delivery
 * @typedef {{incident: string, onset: number, priority: string, calls: number, newCall?: string, messageFr: string, messageEn: string,
 *   acknowledgedBy?: string, acknowledgedAt?: number, version: number, escalatedTo?: string}} IncidentState
 * @typedef {{bed: string, source: string, device: string, alarm: string, code: string, text: string, value: string, priority: string,
 *   technical: boolean, test: boolean, raisedAt: number, lastAt: number, endedAt?: number, deliveries?: Delivery[]}} MonitorAlarm
 * @typedef {{alert: string, rule: string, labelFr: string, labelEn: string, limit?: LimitInForce, priority: string, by: string, role: string,
 *   at: number, until: number, reason?: string}} Shelf
 * @typedef {{limitation?: {limitation: string, by: string, at: number, reason?: string}, nurse?: {nurse: string, by: string, at: number},
 *   estimates: {percent: number, by: string, at: number}[]}} Notes
 * @typedef {{model: string, version: string, digest: string, population?: {fr: string, en: string}, staysLearnt: number,
 *   limits: string[]}} ModelCard
 * @typedef {{score: 'OFF' | 'SILENT' | 'BED' | 'TILE', estimateFirst: boolean, units: string, clock?: {zone: string, shifts: string[]}}} Display
 * @typedef {{variable: string, hour?: number, value?: number, measured: boolean, logOdds: number}} Contribution
 * @typedef {{probability?: number, low?: number, high?: number, absent?: string, hiddenBy: string[], detail?: string, windowEnd: number, limitMs: number,
 *   model: string, modelVersion: string, modelDigest: string, mostHelpful?: string, survival7d?: number, survival30d?: number, losDays?: number,
 *   explainedAt?: number, contributions: Contribution[], imputedShare: number, hoursSeen: number}} Risk
 * @typedef {{level?: number, probabilities: number[], notesFr: string[], notesEn: string[], model: string}} SecondLook
 * @typedef {{variable: string, side: string, priority: string, limit: number, by: string, at: number, until?: number, reason?: string}} Limit
 * @typedef {{channel: string, working: boolean, since: number, delivered: number, refused: number, waiting: number, error?: string,
 *   sentAt: number, limitMs: number}} Channel
 * @typedef {{unit: string, at: number, last10Minutes: number, last120Minutes: number, flood: boolean, perNurse: number, target: number,
 *   burn: number, sentAt: number, limitMs: number}} Load
 * @typedef {{channels: Channel[], loads: Load[], monitored?: {spanHours: number, bedHours: number, beds: number},
 *   monitorAlarms?: MonitorAlarm[]}} Service
 * @typedef {{level: string, reasonsFr: string[], reasonsEn: string[], missing: string[], sofaLow?: number, sofaHigh?: number,
 *   sofaChange?: number}} Attention
 * @typedef {{level?: string, at: number, sentAt: number, limitMs: number, news2Low: number, news2High: number, news2Scale?: number, missing: string[],
 *   reasonsFr: string[], reasonsEn: string[], attention?: Attention, held?: {since: number, until: number, variable?: string, value?: number}, second?: SecondLook}} Triage
 * @typedef {{stay: string, patient?: string, provisional: boolean, admittedAt?: number, attributedSince?: number, age?: number, sex: string, ageDoubt?: 'CHILD' | 'UNKNOWN',
 *   conflictSince?: number}} Occupant
 * @typedef {{bed: string, revision: number, occupant?: Occupant, values: Value[], others?: Value[], triage?: Triage, risk?: Risk,
 *   limits: Limit[], shelves?: Shelf[], notes?: Notes, score?: Display['score'], alarms: {highest?: Alert, active: number, technical?: Alert, technicalActive: number,
 *   worst?: {alert: string, variable: string, worst: number}[], variables: Record<string, string>},
 *   suspect: Record<string, number>, rejected: Record<string, number>, doubtful?: DoubtfulReadings[],
 *   newest?: {partition: number, offset: number, publishedAt: number, receivedTime: number}}} Bed
 * @typedef {{namespace: string, ward: string, state: string, from: number, to: number, position: number, speed: number, share: number}} Study
 * @typedef {{now?: number, wall: number, speed: number, replay: boolean, watched: boolean, reason?: string,
 *   lastInputAt?: number, noAlarmsSince?: number, study?: Study}} Clock
 * @typedef {{since?: number, kept: number, retracted: number, suspect: Record<string, number>, rejected: Record<string, number>, duplicates: number,
 *   quarantined: Record<string, number>, unreadable: number, senders: Sender[]}} Quality
 * @typedef {{sender: string, protocols: string[], since?: number, readings?: number, published?: number, late?: number, leftOut?: number,
 *   kept: number, suspect: number, retracted: number, rejected: number, reasons: Record<string, number>}} Sender
 * @typedef {{variable: string, reason: string, count: number}} DoubtfulReadings
 * @typedef {{version: string, publication?: number, author?: string, reason?: string, inForceFrom?: number, restores?: number}} Rules
 * @typedef {{bed: string, reason: 'UNREAD' | 'CANARY_MISSED', since: number}} UnwatchedBed
 * @typedef {{name: string, labelFr: string, labelEn: string, unit: string, kind: string, low?: number, high?: number,
 *   shown?: {unit: string, factor: number}}} Variable
 */
export class Ward {
  constructor() {
    /** @type {Map<string, Bed>} in their fixed places */
    this.beds = new Map();
    /** @type {Map<string, Alert>} */
    this.alerts = new Map();
    /** Open alarms by bed; null after a change, until somebody asks. @type {Map<string, Alert[]> | null} */
    this.open = null;
    /** @type {Map<string, Variable>} */
    this.variables = new Map();
    /** @type {Clock | null} */
    this.clock = null;
    /** @type {Quality | null} */
    this.quality = null;
    /** @type {Service} */
    this.service = { channels: [], loads: [] };
    /** @type {Display} */
    this.display = { score: 'BED', estimateFirst: true, units: 'SI' };
    /** @type {ModelCard[]} */
    this.models = [];
    /** @type {Rules | null} alarm rules in force */
    this.rules = null;
    this.clockHeardAt = 0;
    /** Whether this is one moment of the past, in which no time goes on. */
    this.still = false;
    /** Milliseconds by which the last pulse was handled late. */
    this.late = 0;
    /** @type {{run: string, least: number, at: number} | null} the least time from a pulse's making to its handling, up to a constant */
    this.way = null;
    /** @type {Map<string, SmallTrend>} by bed and variable */
    this.trends = new Map();
    /** @type {Map<string, UnwatchedBed>} beds whose readings are not processed */
    this.unwatched = new Map();
  }

  /**
   * @param {{clock: Clock, display: Display, models: ModelCard[], rules: Rules, quality: Quality, service: Service, variables: Variable[], beds: Bed[],
   *   alerts: Alert[], trends?: {bed: string, variable: string, minutesAgo: number[], last: number[]}[]}} picture
   */
  replace(picture) {
    this.beds = new Map(picture.beds.map((bed) => [bed.bed, bed]));
    this.alerts = new Map(picture.alerts.map((alert) => [alert.alert, alert]));
    this.open = null;
    this.variables = new Map(picture.variables.map((variable) => [variable.name, variable]));
    this.display = picture.display;
    this.models = picture.models;
    this.rules = picture.rules;
    readIn(this.variables);
    inZone(picture.display.clock?.zone ?? '');
    this.beat(picture);
    const now = this.now() ?? this.wall();
    this.trends = new Map((picture.trends ?? []).map(({ bed, variable, minutesAgo, last }) => [`${bed} ${variable}`, new SmallTrend(minutesAgo.map((ago, i) => ({ t: now - ago * 60_000, value: last[i] })), variable)]));
  }

  /** The open alarms of a bed, the most urgent first. @param {string} bed */
  openAlarms(bed) {
    this.open ??= this.#openByBed();
    return [...(this.open.get(bed) ?? [])];
  }

  #openByBed() {
    /** @type {Map<string, Alert[]>} */
    const open = new Map();
    for (const alert of this.alerts.values()) {
      if (alert.state === 'RAISED') open.set(alert.bed, [...(open.get(alert.bed) ?? []), alert]);
    }
    return open;
  }

  /**
   * Whether an alarm is of who lies in its bed: of the stay, or of the time before it was known whose values they are. Values of the next patient say
   * nothing about it. @param {Alert} alert
   */
  isOfOccupant({ bed, stay, raisedAt }) {
    const occupant = this.beds.get(bed)?.occupant;
    return !occupant || occupant.stay === stay || raisedAt >= (occupant.attributedSince ?? Infinity);
  }

  /** The open alarms that the monitors of a bed raise themselves. @param {string} bed */
  monitorAlarms(bed) {
    return (this.service.monitorAlarms ?? []).filter((alarm) => alarm.bed === bed && alarm.endedAt === undefined);
  }

  /** How many alarms of a priority are open: Vigie's own, and those that monitors raise themselves. @param {string} priority */
  alarmCount(priority) {
    const own = [...this.alerts.values()].filter((alert) => alert.state === 'RAISED' && alert.priority === priority).length;
    const monitors = (this.service.monitorAlarms ?? []).filter((alarm) => alarm.endedAt === undefined && alarm.priority === priority).length;
    return { own, monitors };
  }

  /** @param {Bed} bed @returns {boolean} whether it was news */
  takeBed(bed) {
    const known = this.beds.get(bed.bed);
    if (!known || known.revision > bed.revision) return false;
    this.beds.set(bed.bed, bed);
    if (known.occupant?.stay !== bed.occupant?.stay) TRENDS.forEach((variable) => this.trends.delete(`${bed.bed} ${variable}`));
    bed.values.forEach((value) => this.#extend(bed.bed, value));
    return true;
  }

  /** The trend of another patient is never continued. @param {string} bed @param {Value} value */
  #extend(bed, { variable, value, asOf, stale, verdict }) {
    if (stale || verdict !== 'KEPT' || value === undefined || !TRENDS.includes(variable)) return;
    const key = `${bed} ${variable}`;
    const trend = this.trends.get(key) ?? new SmallTrend([], variable);
    trend.take(asOf, value);
    this.trends.set(key, trend);
  }

  /** @param {Alert} alert */
  takeAlert(alert) {
    const known = this.alerts.get(alert.alert);
    if (known && known.revision >= alert.revision) return;
    this.alerts.set(alert.alert, alert);
    this.open = null;
  }

  /**
   * Sets the clocks. What a busy browser handles late is as old as it is late: the clocks go on by that time, so that no late number is shown as a current one.
   * A snapshot of the ward does not tell which beds are unwatched, nor how late it is; the next pulse does.
   * @param {{clock: Clock, quality: Quality, service: Service, unwatched?: UnwatchedBed[], run?: string, sent?: number}} pulse
   */
  beat({ clock, quality, service, unwatched, run, sent }) {
    if (unwatched) this.unwatched = new Map(unwatched.map((bed) => [bed.bed, bed]));
    const handledAt = steadyNow();
    if (run !== undefined && sent !== undefined) this.late = this.#lateness(run, handledAt - sent, handledAt);
    else if (unwatched) this.late = 0;
    this.clock = clock;
    this.quality = quality;
    this.service = service;
    this.clockHeardAt = handledAt - this.late;
  }

  /** A new stream begins with a snapshot of its moment: nothing waits in it. So the page also goes on after the station's machine was halted for a while. */
  begin() {
    this.way = null;
    this.late = 0;
  }

  /** @param {string} run @param {number} way from the making of a pulse to its handling, up to a constant @param {number} at */
  #lateness(run, way, at) {
    const least = this.way?.run === run ? Math.min(way, this.way.least + DRIFT * (at - this.way.at)) : way;
    this.way = { run, least, at };
    return way - least;
  }

  /** The ward's time: it goes on when the stream is cut, so that numbers grow old. @returns {number | null} epoch ms */
  now() {
    if (!this.clock || this.clock.now === undefined) return null;
    return this.clock.now + this.#elapsed() * this.clock.speed;
  }

  /** The station's time, which also goes on when the stream is cut. @returns {number} epoch ms */
  wall() {
    return this.clock ? this.clock.wall + this.#elapsed() : Date.now();
  }

  #elapsed() {
    return this.still ? 0 : steadyNow() - this.clockHeardAt;
  }
}
