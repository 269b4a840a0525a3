// @ts-check
import { el, setText } from './dom.js';
import { field, select } from './form.js';
import * as format from './format.js';
import { language, named, t } from './i18n.js';
import { place, tell } from './orders.js';
import { userName } from './session.js';

/** What persons record about a stay: limitation of treatment, nurse in charge, scale of NEWS2, and the own estimate of a physician. */

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./model.js').Bed} Bed */

/** An own estimate opens the score of its physician for so long. */
const ESTIMATE_MS = 12 * 3600 * 1000;

/** The limitation of treatment in words; empty when none is known. @param {Bed} bed */
export function limitationText({ notes, values }) {
  if (notes?.limitation) return [t(notes.limitation.limitation === 'WITHDRAWAL' ? 'treatmentWithdrawn' : 'treatmentLimited'), notes.limitation.reason].filter(Boolean).join(' : ');
  return values.some(({ variable, value }) => variable === 'treatment_limitation' && value === 1) ? t('treatmentLimited') : '';
}

/** Why what the page says of a bed may not be meant for its patient: several are admitted, or limits of adults judge one who may be none; empty otherwise. @param {Bed} bed @param {number} now */
export function doubtText({ occupant }, now) {
  if (occupant?.conflictSince !== undefined) return t('severalWhy', { time: format.when(occupant.conflictSince, now) });
  if (occupant?.ageDoubt === 'CHILD') return t('childRules', { age: format.number(occupant.age ?? 0, 1) });
  return occupant?.ageDoubt === 'UNKNOWN' ? t('ageUnknownRules') : '';
}

/** The present notes of a bed in words. @param {Bed} bed @param {number} now @returns {string[]} */
export function noteLines(bed, now) {
  const { limitation, nurse } = bed.notes ?? {};
  const who = (/** @type {{by: string, at: number}} */ { by, at }) => t('setBy', { by, time: format.dated(at, now) });
  const text = limitationText(bed);
  return [
    text ? [named(t('lata'), text), limitation ? who(limitation) : ''].filter(Boolean).join(' · ') : '',
    nurse ? named(t('nurseInCharge'), `${nurse.nurse} · ${who(nurse)}`) : '',
    bed.triage?.news2Scale === 2 ? named('NEWS2', t('news2Scale2')) : '',
  ].filter(Boolean);
}

/** Sends a command about the stay in a bed. @param {Ward} ward @param {string} bed @param {{kind: string, reason?: string, arguments: Record<string, string>}} wanted */
async function send(ward, bed, wanted) {
  const stay = ward.beds.get(bed)?.occupant?.stay;
  tell([stay ? await place({ stay, ...wanted }) : { failed: true, text: t('free') }]);
}

/** A form whose button is disabled while it is sent. @param {import('./i18n.js').Key} button @param {HTMLElement[]} fields @param {() => Promise<void>} submit */
function form(button, fields, submit) {
  const set = el('button', { type: 'submit' }, t(button));
  const node = el('form', { class: 'limit-form note-form' }, ...fields, set);
  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    set.disabled = true;
    await submit();
    set.disabled = false;
  });
  return node;
}

/** @param {string} id @param {boolean} required */
const text = (id, required) => el('input', { id, maxlength: '200', autocomplete: 'off', ...(required ? { required: '' } : {}) });

/** The notes of one stay, and the forms to record them. */
export class StayNotes {
  /** @param {Ward} ward @param {string} bed */
  constructor(ward, bed) {
    this.ward = ward;
    this.bed = bed;
    this.list = el('div');
    this.shown = '';
    this.node = el('details', { class: 'block limits notes' }, el('summary', {}, t('stayNotes')), this.list, this.#limitation(), this.#nurse(), this.#scale());
    this.show();
  }

  /** Writes the present notes anew only when they changed. */
  show() {
    const bed = this.ward.beds.get(this.bed);
    const lines = bed ? noteLines(bed, this.ward.now() ?? 0) : [];
    const shown = language() + JSON.stringify(lines);
    if (shown === this.shown) return;
    this.shown = shown;
    this.list.replaceChildren(...(lines.length ? [el('ul', {}, ...lines.map((line) => el('li', {}, line)))] : []));
  }

  #limitation() {
    const kind = select('note-limitation', [['LIMITATION', t('treatmentLimited')], ['WITHDRAWAL', t('treatmentWithdrawn')], ['NONE', t('treatmentFull')]]);
    const reason = text('note-limitation-reason', true);
    return form('recordLimitation', [field('note-limitation', 'limitationOfTreatment', kind), field('note-limitation-reason', 'limitReason', reason)], () =>
      send(this.ward, this.bed, { kind: 'SET_TREATMENT_LIMITATION', reason: reason.value, arguments: { limitation: kind.value } }));
  }

  #nurse() {
    const nurse = text('note-nurse', false);
    return form('assignNurse', [field('note-nurse', 'nurseInitials', nurse)], () => send(this.ward, this.bed, { kind: 'ASSIGN_NURSE', arguments: { nurse: nurse.value.trim() } }));
  }

  #scale() {
    const scale = select('note-scale', [['2', t('scale2Long')], ['1', t('scale1Long')]]);
    const reason = text('note-scale-reason', true);
    return form('setScale', [field('note-scale', 'news2ScaleOf', scale), field('note-scale-reason', 'limitReason', reason)], () =>
      send(this.ward, this.bed, { kind: 'SET_NEWS2_SCALE', reason: reason.value, arguments: { scale: scale.value } }));
  }
}

/** The newest own estimate of the present user, while it opens the score. @param {Bed} bed @param {number} now */
export function ownEstimate({ notes }, now) {
  const me = userName();
  return (notes?.estimates ?? []).find(({ by, at }) => by === me && now - at <= ESTIMATE_MS);
}

/** Whether the score waits for an estimate of the present user. The station sends no number until an estimate stands. @param {Bed} bed @param {Ward} ward */
export function awaitsEstimate(bed, ward) {
  const held = bed.risk?.probability !== undefined || bed.risk?.absent === 'AWAITS_ESTIMATE';
  return ward.display.estimateFirst && bed.score !== 'OFF' && held && !ownEstimate(bed, ward.now() ?? 0);
}

/** The form for the own estimate of a physician, shown while the score waits for it. */
export class EstimateForm {
  /** @param {Ward} ward @param {string} bed */
  constructor(ward, bed) {
    this.ward = ward;
    this.bed = bed;
    const percent = el('input', { id: 'estimate-percent', type: 'number', min: '0', max: '100', step: '1', required: '', autocomplete: 'off' });
    this.why = el('p', { class: 'why' });
    this.node = el('div', { class: 'block estimate' }, this.why, form('recordEstimate', [field('estimate-percent', 'estimatePercent', percent)], () =>
      send(this.ward, this.bed, { kind: 'RECORD_ESTIMATE', arguments: { percent: percent.value } })));
    this.show();
  }

  show() {
    const bed = this.ward.beds.get(this.bed);
    this.node.hidden = !bed || !awaitsEstimate(bed, this.ward);
    setText(this.why, t('estimateFirst'));
  }
}
