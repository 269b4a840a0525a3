// @ts-check
import { byId, el } from './dom.js';
import * as format from './format.js';
import { reasonText, t } from './i18n.js';
import { isUnknownBed } from './model.js';
import { serviceTables } from './service.js';

/** @typedef {import('./model.js').Ward} Ward */

/** @param {Record<string, number>} counts */
const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

/** Opens the dialog on the ward's data quality. @param {Ward} ward */
export function showQuality(ward) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('quality-dialog'));
  const quality = ward.quality;
  if (!quality) return;
  const close = el('button', { type: 'button', class: 'close' }, t('close'));
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(
    el('header', { class: 'dialog-head' }, el('h2', { id: 'quality-title' }, t('qualityOf')), close),
    el('p', { class: 'quiet' }, quality.since === undefined ? '' : t('countedSince', { time: format.when(quality.since, Date.now()) })),
    el('div', { class: 'columns' }, totals(quality), reasons(quality), perBed(ward), unknownBeds(ward), el('div', {}, ...serviceTables(ward.service, ward.wall()))),
  );
  dialog.showModal();
}

/** @param {import('./model.js').Quality} quality */
function totals(quality) {
  return table(t('qualityOf'), [
    [t('kept'), quality.kept],
    [t('suspectTotal'), sum(quality.suspect)],
    [t('rejectedTotal'), sum(quality.rejected)],
    [t('retractedTotal'), quality.retracted],
    [t('unmapped'), quality.rejected.UNKNOWN_VARIABLE ?? 0],
    [t('duplicates'), quality.duplicates],
    [t('quarantined'), sum(quality.quarantined)],
    [t('unreadable'), quality.unreadable],
  ]);
}

/** @param {import('./model.js').Quality} quality */
function reasons({ suspect, rejected, quarantined }) {
  const counted = [...Object.entries(rejected), ...Object.entries(suspect), ...Object.entries(quarantined)];
  return table(
    t('byReason'),
    counted.sort((a, b) => b[1] - a[1]).map(([reason, count]) => [reasonText(reason), count]),
  );
}

/** @param {Ward} ward */
function perBed(ward) {
  const rows = [...ward.beds.values()]
    .filter((bed) => bed.occupant)
    .map((bed) => el('tr', {}, el('th', { scope: 'row' }, bed.bed), cell(sum(bed.suspect)), cell(sum(bed.rejected))));
  const head = el('tr', {}, ...[t('bed'), t('suspectTotal'), t('rejectedTotal')].map((text) => el('th', { scope: 'col' }, text)));
  return el('table', { class: 'facts' }, el('caption', {}, t('perBed')), el('thead', {}, head), el('tbody', {}, ...rows));
}

/** Beds that the unit does not list. @param {Ward} ward */
function unknownBeds(ward) {
  const names = [...ward.beds.keys()].filter(isUnknownBed);
  return el('section', { class: 'unknown-beds' }, el('h3', {}, `${t('unknownBeds')} : ${names.length}`), el('p', {}, names.join(', ')));
}

/** @param {string} caption @param {(string | number)[][]} rows */
function table(caption, rows) {
  const body = rows.map(([name, count]) => el('tr', {}, el('th', { scope: 'row' }, String(name)), cell(Number(count))));
  return el('table', { class: 'facts' }, el('caption', {}, caption), el('tbody', {}, ...body));
}

/** @param {number} count */
const cell = (count) => el('td', {}, format.number(count));
