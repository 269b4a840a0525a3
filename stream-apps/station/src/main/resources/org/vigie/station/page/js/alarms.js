// @ts-check
import { AlarmRow, IncidentRow, MonitorRow } from './alarmrow.js';
import { arrange, byId, el, focusOn, setChildren, setText } from './dom.js';
import { language, t } from './i18n.js';
import { incidentsOf, messageOf, monitorKey, monitorText } from './incident.js';
import { isPast, pastAlarmsUnknown } from './past.js';
import { pastOnly } from './pastchoice.js';
import { RANK } from './priority.js';
import { canSeePresent } from './session.js';

/** @typedef {import('./model.js').Alert} Alert */
/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {{node: HTMLTableRowElement, bed: string, update: () => void}} Row */
/**
 * What stands in a row and what it is sorted by.
 * @typedef {{key: string, bed: string, priority: string, words: string, at: number, row: () => Row}} Entry
 */

const SHOWN = 200;
const natural = new Intl.Collator('fr', { numeric: true });

/** @type {Record<string, (a: Entry, b: Entry) => number>} */
const ORDERS = {
  priority: (a, b) => RANK[a.priority] - RANK[b.priority] || b.at - a.at,
  bed: (a, b) => natural.compare(a.bed, b.bed) || RANK[a.priority] - RANK[b.priority],
  alarm: (a, b) => natural.compare(a.words, b.words),
  time: (a, b) => b.at - a.at,
};

/** The alarm list: active or recently cleared, sorted by any column. */
export class AlarmList {
  /** @param {Ward} ward @param {(bed: string) => void} open */
  constructor(ward, open) {
    this.ward = ward;
    this.open = open;
    this.cleared = false;
    this.order = 'priority';
    this.downward = false;
    /** @type {Alert[]} */
    this.alerts = [];
    this.computed = false;
    this.called = false;
    this.monitors = '';
    /** @type {unknown} the list of monitors' alarms that was compared last */
    this.heard = undefined;
    /** @type {Map<string, Row>} rows by all that they show: one that shows the same stays, and so does a click under way */
    this.rows = new Map();
    byId('show-active').addEventListener('click', () => this.#choose(false));
    byId('show-cleared').addEventListener('click', () => this.#choose(true));
  }

  /** @param {boolean} computed whether anybody looks for alarms now @param {boolean} called whether a call can leave the page */
  show(computed, called) {
    this.alerts = [...this.ward.alerts.values()];
    this.computed = computed;
    this.called = called;
    this.#draw();
  }

  /** Writes the present values anew; monitors' alarms come with each pulse. @param {string[]} [beds] those that changed; without them all */
  update(beds) {
    if (this.ward.service.monitorAlarms !== this.heard && this.#monitors() !== this.monitors) this.#draw();
    this.heard = this.ward.service.monitorAlarms;
    this.rows.forEach((row) => (!beds || beds.includes(row.bed)) && row.update());
  }

  #monitors() {
    return JSON.stringify(this.ward.service.monitorAlarms ?? []);
  }

  /** The open incidents and alarms of monitors, or what is over. @returns {Entry[]} */
  #entries() {
    const { ward, called, open } = this;
    const own = this.cleared ? this.alerts.filter((alert) => alert.state === 'CLEARED').map((alert) => this.#over(alert)) : incidentsOf(this.alerts).map((incident) => ({
      key: `${incident.alerts.map(({ alert, revision }) => `${alert} ${revision}`).join()} ${language()} ${called}`,
      bed: incident.bed,
      priority: incident.priority,
      words: messageOf(incident.alerts[0]),
      at: incident.raisedAt,
      row: () => new IncidentRow(incident, ward, called, open),
    }));
    const monitors = (ward.service.monitorAlarms ?? []).filter(({ endedAt }) => (endedAt !== undefined) === this.cleared);
    return [
      ...own,
      ...monitors.map((alarm) => ({
        key: `${monitorKey(alarm)} ${alarm.raisedAt} ${alarm.endedAt} ${alarm.value} ${alarm.priority} ${JSON.stringify(alarm.deliveries ?? [])} ${language()}`,
        bed: alarm.bed,
        priority: alarm.priority,
        words: monitorText(alarm),
        at: alarm.endedAt ?? alarm.raisedAt,
        row: () => new MonitorRow(alarm, ward, open),
      })),
    ];
  }

  /** @param {Alert} alert @returns {Entry} */
  #over(alert) {
    return {
      key: `${alert.alert} ${alert.revision} ${language()} ${this.called}`,
      bed: alert.bed,
      priority: alert.priority,
      words: messageOf(alert),
      at: alert.clearedAt ?? alert.raisedAt,
      row: () => new AlarmRow(alert, this.ward, this.called, this.open),
    };
  }

  /** @param {boolean} cleared */
  #choose(cleared) {
    this.cleared = cleared;
    this.order = cleared ? 'time' : 'priority';
    this.downward = false;
    this.#draw();
  }

  /** @param {string} column */
  #sortBy(column) {
    this.downward = this.order === column && !this.downward;
    this.order = column;
    this.#draw();
    focusOn(byId('alarm-head'), `[data-column="${column}"]`);
  }

  #draw() {
    this.monitors = this.#monitors();
    const active = incidentsOf(this.alerts).length + (this.ward.service.monitorAlarms ?? []).filter(({ endedAt }) => endedAt === undefined).length;
    const cleared = this.alerts.filter((alert) => alert.state === 'CLEARED').length;
    this.#label('show-active', `${t('active')} (${this.computed ? active : '--'})`, !this.cleared);
    this.#label('show-cleared', `${t('cleared')} (${cleared})`, this.cleared);
    const direction = this.downward ? -1 : 1;
    const entries = this.#entries().sort((a, b) => direction * ORDERS[this.order](a, b)).slice(0, SHOWN);
    setChildren(byId('alarm-head'), this.#head());
    const known = this.rows;
    this.rows = new Map(entries.map(({ key, row }) => [key, known.get(key) ?? row()]));
    this.#place([...this.rows.values()].map(({ node }) => node));
    setText(byId('no-alarm'), entries.length ? '' : this.#none());
  }

  /** Why nothing is listed. */
  #none() {
    if (isPast() && !this.computed) return pastAlarmsUnknown();
    if (!isPast() && !canSeePresent()) return pastOnly();
    if (this.cleared) return t('noCleared');
    return t(this.computed ? 'noActive' : this.ward.clock?.reason === 'STARTING' ? 'alarmsUnread' : 'alarmsUnknown');
  }

  /** A row that is drawn anew keeps the focus of its old self. @param {HTMLTableRowElement[]} rows */
  #place(rows) {
    const body = byId('alarm-rows');
    const focused = document.activeElement?.getAttribute('data-alert');
    arrange(body, rows);
    if (focused && document.activeElement === document.body) focusOn(body, `[data-alert="${CSS.escape(focused)}"]`);
  }

  /** @param {string} id @param {string} text @param {boolean} pressed */
  #label(id, text, pressed) {
    setText(byId(id), text);
    byId(id).setAttribute('aria-pressed', String(pressed));
  }

  #head() {
    const columns = /** @type {const} */ ([
      ['priority', 'priority'],
      ['bed', 'bed'],
      ['alarm', 'alarm'],
      ['time', this.cleared ? 'until' : 'since'],
    ]);
    return el('tr', {}, ...columns.map(([column, key]) => this.#column(column, t(key))));
  }

  /** @param {string} column @param {string} text */
  #column(column, text) {
    const sorted = this.order === column;
    const button = el('button', { type: 'button', 'data-column': column }, text + (sorted ? (this.downward ? ' ▴' : ' ▾') : ''));
    button.addEventListener('click', () => this.#sortBy(column));
    return el('th', { scope: 'col', 'aria-sort': sorted ? (this.downward ? 'descending' : 'ascending') : 'none' }, button);
  }
}
