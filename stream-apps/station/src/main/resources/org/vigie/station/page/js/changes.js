// @ts-check
import { byId, el } from './dom.js';
import * as format from './format.js';
import { either, t } from './i18n.js';
import { shortName } from './incident.js';

/** What differs from the unit's own settings: limits set for one patient and shelved rules, over all beds. */

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {{bed: string, what: string, until: string, who: string, reason: string}} Change */

/** @param {Bed} bed @param {Ward} ward @returns {Change[]} */
export function changesOf(bed, ward) {
  const now = ward.now() ?? ward.wall();
  const shelves = (bed.shelves ?? []).filter(({ until }) => until > now);
  return [
    ...shelves.map(({ labelFr, labelEn, by, at, until, reason }) => ({
      bed: bed.bed,
      what: t('shelvedRule', { rule: either(labelFr, labelEn) }),
      until: t('untilTime', { time: format.minute(until, now) }),
      who: t('setBy', { by, time: format.minute(at, now) }),
      reason: reason ?? '',
    })),
    ...bed.limits.map(({ variable, side, priority, limit, by, at, until, reason }) => ({
      bed: bed.bed,
      what: `${t('changedLimit')} ${shortName(variable, ward)} ${side === 'BELOW' ? '<' : '>'} ${format.quantity(variable, limit)} (${t(LEVEL[priority])})`,
      until: until === undefined ? t('untilTransfer') : t('untilTime', { time: format.minute(until, now) }),
      who: t('setBy', { by, time: format.minute(at, now) }),
      reason: reason ?? '',
    })),
  ];
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
  const all = [...ward.beds.values()].flatMap((bed) => changesOf(bed, ward));
  dialog.replaceChildren(
    el('header', { class: 'dialog-head' }, el('h2', { id: 'changes-title' }, t('changesTitle')), close),
    all.length ? changesTable(all, true) : el('p', { class: 'quiet' }, t('noChanges')),
  );
  dialog.showModal();
}

/** @param {Change[]} changes @param {boolean} named with the bed */
export function changesTable(changes, named) {
  const columns = /** @type {import('./i18n.js').Key[]} */ ([...(named ? ['bed'] : []), 'change', 'endsAt', 'setByWhom', 'limitReason']);
  const head = el('tr', {}, ...columns.map((column) => el('th', { scope: 'col' }, t(column))));
  const rows = changes.map(({ bed, what, until, who, reason }) => el('tr', {}, ...[...(named ? [bed] : []), what, until, who, reason].map((text) => el('td', { class: 'words' }, text))));
  return el('table', { class: 'facts changes' }, el('thead', {}, head), el('tbody', {}, ...rows));
}
