// @ts-check
import { arrange, byId, el, setText } from './dom.js';
import * as format from './format.js';
import { either, language, t } from './i18n.js';
import { actions, buttons, done, verdicts } from './orders.js';
import { STARS } from './tile.js';

/** @typedef {import('./model.js').Alert} Alert */

const RANK = { HIGH: 0, MEDIUM: 1, LOW: 2 };
const SHOWN = 200;
const natural = new Intl.Collator('fr', { numeric: true });

/** @type {Record<string, (a: Alert, b: Alert) => number>} */
const ORDERS = {
  priority: (a, b) => RANK[a.priority] - RANK[b.priority] || b.raisedAt - a.raisedAt,
  bed: (a, b) => natural.compare(a.bed, b.bed) || RANK[a.priority] - RANK[b.priority],
  alarm: (a, b) => natural.compare(either(a.messageFr, a.messageEn), either(b.messageFr, b.messageEn)),
  time: (a, b) => (b.clearedAt ?? b.raisedAt) - (a.clearedAt ?? a.raisedAt),
};

/** @param {Alert} alert */
const key = (alert) => `${alert.alert} ${alert.revision} ${language()}`;

/** The alarm list: active or recently cleared, sorted by any column. */
export class AlarmList {
  /** @param {(bed: string) => void} open */
  constructor(open) {
    this.open = open;
    this.cleared = false;
    this.order = 'priority';
    this.downward = false;
    /** @type {Alert[]} */
    this.alerts = [];
    this.now = 0;
    this.computed = false;
    /** @type {Map<string, HTMLTableRowElement>} rows by all that they show: one that shows the same stays, and so does a click under way */
    this.rows = new Map();
    byId('show-active').addEventListener('click', () => this.#choose(false));
    byId('show-cleared').addEventListener('click', () => this.#choose(true));
  }

  /** @param {Iterable<Alert>} alerts @param {number | null} now @param {boolean} computed whether anybody looks for alarms now */
  show(alerts, now, computed) {
    this.alerts = [...alerts];
    this.computed = computed;
    this.now = now ?? 0;
    this.#draw();
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
    this.rows = new Map(rows.map((alert) => [key(alert), known.get(key(alert)) ?? this.#row(alert)]));
    this.#place([...this.rows.values()]);
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

  /** @param {Alert} alert */
  #row(alert) {
    const rank = 3 - RANK[alert.priority];
    const mark = el('span', { class: 'stars', title: t(/** @type {any} */ (`count${rank}`)) }, STARS[alert.priority]);
    const bed = el('button', { type: 'button', class: 'link', 'data-alert': alert.alert }, alert.bed);
    bed.addEventListener('click', () => this.open(alert.bed));
    const text = el('td', { class: 'what' }, el('span', { class: 'message' }, either(alert.messageFr, alert.messageEn)));
    if (alert.kind === 'PREDICTED') text.prepend(el('span', { class: 'tag' }, t('predicted')));
    if (alert.kind === 'TECHNICAL') text.prepend(el('span', { class: 'tag' }, t('technical')));
    if (alert.stayEnded) text.prepend(el('span', { class: 'tag' }, t('stayEnded')));
    const over = alert.state === 'CLEARED';
    if (!over) text.append(...done(alert, this.now).map((word) => el('span', { class: 'done' }, word)));
    text.append(buttons(alert, over ? verdicts() : actions(alert).slice(0, 2)));
    const time = alert.clearedAt ?? alert.raisedAt;
    return el(
      'tr',
      { 'data-priority': alert.priority, 'data-kind': alert.kind, 'data-state': alert.state },
      el('td', {}, mark),
      el('td', {}, bed),
      text,
      el('td', { class: 'time' }, format.when(time, this.now)),
    );
  }
}
