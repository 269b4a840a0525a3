// @ts-check
import { AlarmRow, RANK } from './alarmrow.js';
import { arrange, byId, el, setText } from './dom.js';
import { either, language, t } from './i18n.js';

/** @typedef {import('./model.js').Alert} Alert */
/** @typedef {import('./model.js').Ward} Ward */

const SHOWN = 200;
const natural = new Intl.Collator('fr', { numeric: true });

/** @type {Record<string, (a: Alert, b: Alert) => number>} */
const ORDERS = {
  priority: (a, b) => RANK[a.priority] - RANK[b.priority] || b.raisedAt - a.raisedAt,
  bed: (a, b) => natural.compare(a.bed, b.bed) || RANK[a.priority] - RANK[b.priority],
  alarm: (a, b) => natural.compare(either(a.messageFr, a.messageEn), either(b.messageFr, b.messageEn)),
  time: (a, b) => (b.clearedAt ?? b.raisedAt) - (a.clearedAt ?? a.raisedAt),
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
    /** @type {Map<string, AlarmRow>} rows by all that they show: one that shows the same stays, and so does a click under way */
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

  /** Writes the present values anew. */
  update() {
    this.rows.forEach((row) => row.update());
  }

  /** @param {Alert} alert */
  #key(alert) {
    return `${alert.alert} ${alert.revision} ${language()} ${this.called}`;
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
    byId('alarm-head').querySelector(`[data-column="${column}"]`)?.focus();
  }

  #draw() {
    const active = this.alerts.filter((alert) => alert.state === 'RAISED');
    const cleared = this.alerts.filter((alert) => alert.state === 'CLEARED');
    this.#label('show-active', `${t('active')} (${this.computed ? active.length : '--'})`, !this.cleared);
    this.#label('show-cleared', `${t('cleared')} (${cleared.length})`, this.cleared);
    const direction = this.downward ? -1 : 1;
    const rows = (this.cleared ? cleared : active).sort((a, b) => direction * ORDERS[this.order](a, b)).slice(0, SHOWN);
    byId('alarm-head').replaceChildren(this.#head());
    const known = this.rows;
    this.rows = new Map(rows.map((alert) => [this.#key(alert), known.get(this.#key(alert)) ?? new AlarmRow(alert, this.ward, this.called, this.open)]));
    this.#place([...this.rows.values()].map(({ node }) => node));
    setText(byId('no-alarm'), rows.length ? '' : t(this.cleared ? 'noCleared' : this.computed ? 'noActive' : 'alarmsUnknown'));
  }

  /** A row that is drawn anew keeps the focus of its old self. @param {HTMLTableRowElement[]} rows */
  #place(rows) {
    const body = byId('alarm-rows');
    const focused = document.activeElement?.getAttribute('data-alert');
    arrange(body, rows);
    if (focused && document.activeElement === document.body) body.querySelector(`[data-alert="${CSS.escape(focused)}"]`)?.focus();
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
