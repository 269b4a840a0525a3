// @ts-check
import * as format from './format.js';
import { t } from './i18n.js';
import { isPast } from './past.js';

/** @typedef {import('./model.js').Ward} Ward */

/** Most beds that the banner names; the tiles show all. */
const NAMED = 6;

/** Whether readings of the bed are processed. @param {Ward} ward @param {string} bed */
export function isProcessed(ward, bed) {
  return !ward.unwatched.has(bed);
}

/** What must be said of the ward as a whole, and what to do about it; empty when all beds are watched. Nobody can do anything about an earlier time. @param {Ward} ward */
export function watchWarning(ward) {
  const text = warning(ward);
  if (!text) return '';
  return isPast() ? t('atThatTime', { text }) : `${text} ${t('watchAtBedside')}`;
}

/** Nothing is read, no alarm is computed, or beds are not processed. @param {Ward} ward */
function warning(ward) {
  const { clock } = ward;
  if (!clock) return '';
  if (!clock.watched) return t(/** @type {any} */ (clock.reason ?? 'NO_INPUT'), { time: clock.lastInputAt ? format.when(clock.lastInputAt, ward.wall()) : t('never') });
  return clock.noAlarmsSince ? t('alarmsLost', { time: format.when(clock.noAlarmsSince, ward.wall()) }) : unwatchedBanner(ward);
}

/** Which beds are not watched and since when; empty when all are. @param {Ward} ward */
function unwatchedBanner(ward) {
  const beds = [...ward.unwatched.values()];
  if (beds.length === 0) return '';
  const first = beds.slice(0, NAMED).map(({ bed }) => bed).join(', ');
  const names = beds.length > NAMED ? t('moreBeds', { beds: first, count: beds.length - NAMED }) : first;
  const since = Math.min(...beds.map((bed) => bed.since));
  return t('unwatchedBeds', { count: beds.length, beds: names, time: format.when(since, ward.wall()) });
}
