// @ts-check
import * as format from './format.js';
import { t } from './i18n.js';

/** @typedef {import('./model.js').Ward} Ward */

/** Most beds that the banner names; the tiles show all. */
const NAMED = 6;

/** Whether readings of the bed are processed. @param {Ward} ward @param {string} bed */
export function isProcessed(ward, bed) {
  return !ward.unwatched.has(bed);
}

/** Which beds are not watched and since when; empty when all are. @param {Ward} ward */
export function unwatchedBanner(ward) {
  const beds = [...ward.unwatched.values()];
  if (beds.length === 0) return '';
  const names = beds.slice(0, NAMED).map(({ bed }) => bed).join(', ') + (beds.length > NAMED ? ' …' : '');
  const since = Math.min(...beds.map((bed) => bed.since));
  return t('unwatchedBeds', { count: beds.length, beds: names, time: format.when(since, ward.wall()) });
}
