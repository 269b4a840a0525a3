// @ts-check
import { el } from './dom.js';
import { t } from './i18n.js';

/** The parts of a form: a list of choices, and a field with its label. */

/** @param {string} id @param {string[][]} options */
export function select(id, options) {
  return el('select', { id }, ...options.map(([value, text]) => el('option', { value }, text)));
}

/** @param {string} id @param {import('./i18n.js').Key} label @param {HTMLElement} input */
export function field(id, label, input) {
  return el('p', { class: id }, el('label', { for: id }, t(label)), input);
}
