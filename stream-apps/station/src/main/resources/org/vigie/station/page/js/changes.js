// @ts-check
import { byId, el, setChildren } from './dom.js';
import * as format from './format.js';
import { t } from './i18n.js';
import { shortName } from './incident.js';
import { shelfButton, shelfName, shelvesOf } from './shelves.js';

/** What differs from the unit's own settings: limits set for one patient and shelved rules, over all beds. */

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {{bed: string, what: string, until: string, who: string, reason: string, end?: () => HTMLElement}} Change end: the button that ends it */

/** @param {Bed} bed @param {Ward} ward @returns {Change[]} */
export function changesOf(bed, ward) {
  const now = ward.now() ?? ward.wall();
  return [
    ...shelvesOf(bed, now).map((shelf) => shelfChange(bed, shelf, now)),
    ...bed.limits.map(({ variable, side, priority, limit, by, at, until, reason }) => ({
      bed: bed.bed,
      what: `${t('changedLimit')} ${shortName(variable, ward)} ${side === 'BELOW' ? '<' : '>'} ${format.quantity(variable, limit)} (${t(LEVEL[priority])})`,
      until: until === undefined ? t('untilTransfer') : t('untilTime', { time: format.dated(until, now) }),
      who: t('setBy', { by, time: format.dated(at, now) }),
      reason: reason ?? '',
    })),
  ];
}

/** A shelved rule, with the button that ends it. @param {Bed} bed @param {import('./model.js').Shelf} shelf @param {number} now @returns {Change} */
export function shelfChange(bed, shelf, now) {
  return {
    bed: bed.bed,
    what: t('shelvedRule', { rule: shelfName(shelf) }),
    until: t('untilTime', { time: format.dated(shelf.until, now) }),
    who: t('setBy', { by: shelf.by, time: format.dated(shelf.at, now) }),
    reason: shelf.reason ?? '',
    end: () => shelfButton(bed, shelf),
  };
}

/** @type {Record<string, import('./i18n.js').Key>} */
const LEVEL = { HIGH: 'level3', MEDIUM: 'level2', LOW: 'level1' };

/** @param {Ward} ward */
export const changeCount = (ward) => [...ward.beds.values()].reduce((count, bed) => count + changesOf(bed, ward).length, 0);

/** Opens the list of the unit. @param {Ward} ward */
export function showChanges(ward) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('changes-dialog'));
  const close = el('button', { type: 'button', class: 'close' }, t('close'));
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(
    el('header', { class: 'dialog-head' }, el('h2', { id: 'changes-title' }, t('changesTitle')), close),
    el('p', { class: 'order-answer', role: 'status' }),
    el('div', { class: 'changes-list' }, changesList(ward)),
  );
  dialog.showModal();
}

/** Keeps the open list current. An order under way keeps its button. @param {Ward} ward */
export function updateChanges(ward) {
  const list = document.querySelector('#changes-dialog[open] .changes-list');
  if (list && !list.querySelector(':disabled')) setChildren(list, changesList(ward));
}

/** @param {Ward} ward */
function changesList(ward) {
  const all = [...ward.beds.values()].flatMap((bed) => changesOf(bed, ward));
  return all.length ? changesTable(all) : el('p', { class: 'quiet' }, t('noChanges'));
}

/** @param {Change[]} changes */
function changesTable(changes) {
  const columns = /** @type {const} */ (['bed', 'change', 'endsAt', 'setByWhom', 'limitReason']);
  const head = el('tr', {}, ...columns.map((column) => el('th', { scope: 'col' }, t(column))));
  const rows = changes.map(({ bed, what, until, who, reason, end }) => el('tr', {}, ...[[bed], [what], [until, ...(end ? [end()] : [])], [who], [reason]].map((cell) => el('td', { class: 'words' }, ...cell))));
  return el('table', { class: 'facts changes' }, el('thead', {}, head), el('tbody', {}, ...rows));
}
