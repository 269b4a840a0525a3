// @ts-check
import { contradiction } from './triage.js';
import { isProcessed } from './unwatched.js';
import { isWatched } from './vital.js';

/** In which order the beds lie: as people count them, or the most urgent first. Kept in the address, so that a wall screen can be given it. */

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./model.js').Bed} Bed */

export const SORTS = /** @type {const} */ (['bed', 'triage']);
const KEY = 'vigie.sort';
/** A level that nobody knows is no calm one: the rules, too, say nothing calmer than 3B without the vitals they need. */
const URGENCY = ['TRI_1', 'TRI_2', 'TRI_3A', 'TRI_3B', 'UNKNOWN', 'TRI_4', 'TRI_5'];
/** An attention level beside the levels of another unit. @type {Record<string, string>} */
const ATTENTION = { HIGH: 'TRI_1', MEDIUM: 'TRI_2', LOW: 'TRI_3B', UNKNOWN: 'UNKNOWN', NORMAL: 'TRI_5' };

/** @type {typeof SORTS[number]} */
let current = (new URLSearchParams(location.search).get('sort') ?? localStorage.getItem(KEY)) === 'triage' ? 'triage' : 'bed';

export function sorting() {
  return current;
}

/** @param {typeof SORTS[number]} sort */
export function chooseSort(sort) {
  current = sort;
  localStorage.setItem(KEY, sort);
  const address = new URL(location.href);
  address.searchParams.set('sort', sort);
  history.replaceState(null, '', address);
}

/** The names of the beds; of one level the higher NEWS2 first, then as they lie. @param {Ward} ward */
export function sorted(ward) {
  const beds = [...ward.beds.values()];
  if (current === 'triage') beds.sort((a, b) => rank(a, ward) - rank(b, ward) || points(b) - points(a));
  return beds.map(({ bed }) => bed);
}

/** Free beds last. @param {Bed} bed @param {Ward} ward */
function rank(bed, ward) {
  const { occupant, triage, values } = bed;
  if (!occupant) return URGENCY.length;
  const known = triage?.level && ward.wall() - triage.sentAt <= triage.limitMs && isWatched(values, ward.now() ?? 0) && isProcessed(ward, bed.bed);
  const pending = contradiction(bed, ward.now() ?? 0);
  if (known && pending?.violates) return URGENCY.indexOf(ATTENTION[pending.violates.priority]);
  const level = triage?.attention ? ATTENTION[triage.attention.level] : triage?.level;
  return URGENCY.indexOf(known ? (level ?? 'UNKNOWN') : 'UNKNOWN');
}

/** @param {Bed} bed */
const points = ({ triage }) => triage?.news2High ?? 0;
