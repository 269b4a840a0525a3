// @ts-check
import * as format from './format.js';
import { either, t } from './i18n.js';
import { buttons } from './orders.js';

/** Rules that somebody shelved at a bed. A shelf goes on after its alarm is over: the next alarm of the rule would be silent, too. */

/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {import('./model.js').Shelf} Shelf */

/** The shelves that hold now. @param {Bed} bed @param {number} now @returns {Shelf[]} */
export const shelvesOf = ({ shelves }, now) => (shelves ?? []).filter(({ until }) => until > now);

/** The shelves without an open alarm on which they could be ended. @param {Bed} bed @param {import('./model.js').Ward} ward @param {number} now */
export function shelvesOver(bed, ward, now) {
  const open = ward.openAlarms(bed.bed).filter(({ call }) => call?.shelvedUntil !== undefined);
  return shelvesOf(bed, now).filter(({ rule }) => !open.some((alert) => alert.rule === rule));
}

/** The rule in words, with its limit where it has one. @param {Shelf} shelf */
export function shelfName({ labelFr, labelEn, limit }) {
  const label = either(labelFr, labelEn);
  return limit ? `${label} ${limit.side === 'BELOW' ? '<' : '>'} ${format.measure(limit.variable, limit.limit)}` : label;
}

/** The button that ends a shelf. @param {Bed} bed @param {Shelf} shelf */
export function shelfButton({ bed, occupant }, shelf) {
  const words = t('shelvedRule', { rule: shelfName(shelf) });
  return buttons({ bed, stay: occupant?.stay ?? '', alert: shelf.alert, messageFr: words, messageEn: words }, [{ kind: 'UNSHELVE', text: t('unshelve') }]);
}
