// @ts-check
import { el, setText } from './dom.js';
import * as format from './format.js';
import { either, t } from './i18n.js';
import { isPast } from './past.js';
import { canVerify } from './session.js';

/** Computes a result again from its recorded inputs: by a button where the station can, else by the command that stands beside it. */

/** @typedef {{id: string, outcome: 'SAME' | 'DIFF' | 'UNKNOWN', computedBy: string, inputs: string[], reason?: string, command: string}} Verification */

/** The words of this file, French first. */
const WORDS = {
  compute: ['Recalculer maintenant', 'Compute again now'],
  computing: ['Calcul en cours…', 'Computing…'],
  SAME: ['= IDENTIQUE : recalculé à partir de {inputs} enregistrement(s), {by}', '= SAME: computed again from {inputs} record(s), {by}'],
  DIFF: ['≠ DIFFÉRENT : {reason} ({by})', '≠ DIFFERENT: {reason} ({by})'],
  UNKNOWN: ['? Non recalculé : {reason}', '? Not computed: {reason}'],
  failed: ['La station n’a pas répondu : {reason}', 'The station did not answer: {reason}'],
};

/** @param {keyof typeof WORDS} key @param {Record<string, string>} [values] */
const word = (key, values = {}) => either(WORDS[key][0], WORDS[key][1]).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** An answer in words; a shape tells the outcome too. @param {Verification} answer */
export const verificationText = ({ outcome, computedBy, inputs, reason = '' }) => word(outcome, { inputs: format.number(inputs.length), by: computedBy, reason });

/** @param {string} path of the station's API that computes it @param {string} command that computes it */
export function passport(path, command) {
  const code = el('code', {}, command);
  const answer = el('p', { class: 'verification', role: 'status' });
  const button = el('button', { type: 'button', class: 'verify' }, word('compute'));
  button.hidden = isPast() || !canVerify();
  button.addEventListener('click', async () => {
    button.disabled = true;
    setText(answer, word('computing'));
    setText(answer, await verified(path, code));
    button.disabled = false;
  });
  return el('details', { class: 'why passport' }, el('summary', {}, t('passport')), button, answer, code);
}

/** @param {string} path @param {HTMLElement} code @returns {Promise<string>} */
async function verified(path, code) {
  try {
    const response = await fetch(path);
    if (!response.ok) return word('failed', { reason: await response.text() });
    const answer = /** @type {Verification} */ (await response.json());
    setText(code, answer.command);
    return verificationText(answer);
  } catch {
    return word('failed', { reason: t('noAnswer') });
  }
}

/** The passport of the score in a bed. It is built once for each patient, so that no click on it is lost while values change. */
export class ScorePassport {
  /** @param {import('./model.js').Ward} ward @param {string} bed */
  constructor(ward, bed) {
    this.ward = ward;
    this.bed = bed;
    this.node = el('div', { class: 'block' });
    this.shown = '';
    this.show();
  }

  /** A screen that everybody in the room reads names no stay, and a score that is not shown has no passport. */
  show() {
    const bed = this.ward.beds.get(this.bed);
    const { occupant, risk } = bed ?? {};
    const named = occupant && (occupant.provisional || occupant.patient !== undefined);
    const shown = named && risk && risk.absent !== 'AWAITS_ESTIMATE' && (bed?.score ?? this.ward.display.score) !== 'OFF' ? [occupant.stay, canVerify(), t('passport')].join() : '';
    this.node.hidden = !shown;
    if (shown === this.shown) return;
    this.shown = shown;
    const path = this.bed.split('/').map(encodeURIComponent).join('/');
    this.node.replaceChildren(...(shown && occupant ? [passport(`api/beds/${path}/verification`, `./vigie verify score ${occupant.stay}`)] : []));
  }
}
