// @ts-check
import { el } from './dom.js';
import * as format from './format.js';
import { field, select } from './form.js';
import { either, language, t } from './i18n.js';
import { place, tell } from './orders.js';

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {import('./model.js').Limit} Limit */
/** @typedef {import('./model.js').Variable} Variable */

/** @type {Record<string, import('./i18n.js').Key>} */
const PRIORITIES = { MEDIUM: 'level2', HIGH: 'level3', LOW: 'level1' };
/** Hours. The shipped rules end a limit after 12 hours at most, and at a transfer. */
const LENGTHS = [1, 4, 12];

/** The limits of one patient: those that somebody set for him, and the form to set one. */
export class PatientLimits {
  /** @param {Ward} ward @param {string} bed */
  constructor(ward, bed) {
    this.ward = ward;
    this.bed = bed;
    this.title = el('summary');
    this.list = el('div');
    this.shown = '';
    this.node = el('details', { class: 'block limits' }, this.title, this.list, this.#form());
    this.show();
  }

  /** Writes the list anew only when it changed. */
  show() {
    const limits = this.ward.beds.get(this.bed)?.limits ?? [];
    const shown = language() + JSON.stringify(limits);
    if (shown === this.shown) return;
    this.shown = shown;
    this.title.textContent = t('patientLimits', { count: limits.length });
    const lines = limits.map((limit) => el('li', {}, this.#words(limit)));
    this.list.replaceChildren(lines.length ? el('ul', {}, ...lines) : el('p', { class: 'quiet' }, t('unitLimitsHold')));
  }

  /** @param {Limit} limit */
  #words({ variable, side, priority, limit, by, at, until, reason }) {
    const now = this.ward.now() ?? at;
    const known = this.ward.variables.get(variable);
    const what = `${known ? name(known) : variable} ${side === 'BELOW' ? '<' : '>'} ${format.quantity(variable, limit)}`;
    const end = until === undefined ? t('untilTransfer') : t('untilTime', { time: format.minute(until, now) });
    const who = t('setBy', { by, time: format.minute(at, now) });
    return [`${what} (${t(PRIORITIES[priority])})`, who, end, reason].filter(Boolean).join(' · ');
  }

  #form() {
    const choices = [...this.ward.variables.values()].filter(({ low, high }) => low !== undefined || high !== undefined);
    const variable = select('limit-variable', choices.map((each) => [each.name, `${name(each)} ${format.unitOf(each.name)}`]));
    const low = number('limit-low');
    const high = number('limit-high');
    const priority = select('limit-priority', Object.entries(PRIORITIES).map(([value, key]) => [value, t(/** @type {any} */ (key))]));
    const length = select('limit-length', LENGTHS.map((hours) => [String(hours), t('hours', { hours })]));
    const reason = el('input', { id: 'limit-reason', maxlength: '200', required: '', autocomplete: 'off' });
    const set = el('button', { type: 'submit' }, t('setLimit'));
    const sides = () => {
      const chosen = this.ward.variables.get(variable.value);
      low.disabled = chosen?.low === undefined;
      high.disabled = chosen?.high === undefined;
    };
    variable.addEventListener('change', sides);
    sides();
    const form = el(
      'form',
      { class: 'limit-form' },
      field('limit-variable', 'variable', variable),
      field('limit-low', 'limitLow', low),
      field('limit-high', 'limitHigh', high),
      field('limit-priority', 'limitPriority', priority),
      field('limit-length', 'limitLength', length),
      field('limit-reason', 'limitReason', reason),
      set,
    );
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const sent = [
        { side: 'BELOW', limit: low.disabled ? '' : low.value },
        { side: 'ABOVE', limit: high.disabled ? '' : high.value },
      ].filter(({ limit }) => limit !== '');
      if (!sent.length) return tell([{ failed: true, text: t('sayLimit') }]);
      set.disabled = true;
      const answers = [];
      for (const given of sent) {
        answers.push(await this.#set({ variable: variable.value, priority: priority.value, ...given }, Number(length.value) * 60 || undefined, reason.value));
      }
      tell(answers);
      set.disabled = false;
      return undefined;
    });
    return form;
  }

  /** @param {Record<string, string>} limit @param {number | undefined} minutes @param {string} reason */
  async #set(limit, minutes, reason) {
    const stay = this.ward.beds.get(this.bed)?.occupant?.stay;
    if (!stay) return { failed: true, text: t('free') };
    return place({ stay, kind: 'SET_LIMIT', minutes, reason, arguments: limit });
  }
}

/** @param {Variable} variable */
const name = ({ labelFr, labelEn }) => either(labelFr, labelEn);

/** @param {string} id */
function number(id) {
  return el('input', { id, type: 'number', step: 'any', autocomplete: 'off' });
}
