// @ts-check
import { el } from './dom.js';
import * as format from './format.js';
import { t } from './i18n.js';
import { isProcessed } from './unwatched.js';
import { checkText } from './tile.js';
import { isDoubtful, isWatched, lastMeasured } from './vital.js';

/** The beds at which somebody must look, because the page cannot vouch for what it says of them. */

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {{bed: string, what: string, since: number | null}} BedCheck since: epoch ms; null where nobody knows it */

/** Beds that are silent or not processed, with several patients or without an admission, or with suspect values alone. @param {Ward} ward @returns {BedCheck[]} */
export function bedChecks(ward) {
  const now = ward.now() ?? ward.wall();
  return [...ward.beds.values()].filter(({ occupant }) => occupant).flatMap((bed) => checksOf(bed, ward, now));
}

/** @param {Bed} bed @param {Ward} ward @param {number} now @returns {BedCheck[]} */
function checksOf({ bed, occupant, values }, ward, now) {
  /** @type {BedCheck[]} */
  const found = [];
  const say = (/** @type {string} */ what, /** @type {number | null} */ since) => found.push({ bed, what, since });
  if (!isProcessed(ward, bed)) say(t('check_UNPROCESSED'), ward.unwatched.get(bed)?.since ?? null);
  else if (!isWatched(values, now)) say(t('check_SILENT'), lastMeasured(values));
  if (occupant?.conflictSince !== undefined) say(t('severalPatients'), occupant.conflictSince);
  if (occupant?.provisional) say(t('provisional'), null);
  const doubtful = values.filter((value) => isDoubtful(value, now));
  if (doubtful.length) say(checkText(doubtful), Math.min(...doubtful.map(({ doubtfulSince }) => doubtfulSince ?? now)));
  return found;
}

/**
 * The list of the unit, below the words of the page's banner: the dialog hides the banner, and a ward that is not watched never reads as one without a bed to check.
 * @param {Ward} ward @param {string} warning words of the banner; empty while the whole ward is watched
 */
export function bedChecksList(ward, warning) {
  const found = bedChecks(ward);
  const warned = warning ? [el('p', { class: 'ward-warning', role: 'alert' }, warning)] : [];
  if (found.length) return [...warned, checksTable(found, ward.now() ?? ward.wall())];
  return [el('h3', {}, t('bedChecks')), ...(warning ? warned : [el('p', { class: 'quiet' }, t('noBedCheck'))])];
}

/** @param {BedCheck[]} found @param {number} now */
function checksTable(found, now) {
  const head = el('tr', {}, ...[t('bed'), t('reason'), t('sinceWhen')].map((text) => el('th', { scope: 'col', class: 'reasons' }, text)));
  const rows = found.map(({ bed, what, since }) => el('tr', {}, el('th', { scope: 'row' }, bed), el('td', { class: 'reasons' }, what), el('td', {}, since === null ? '–' : format.when(since, now))));
  return el('table', { class: 'facts' }, el('caption', {}, t('bedChecks')), el('thead', {}, head), el('tbody', {}, ...rows));
}
