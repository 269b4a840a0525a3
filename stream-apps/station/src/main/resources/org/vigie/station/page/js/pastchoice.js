// @ts-check
import { byId, el, setText } from './dom.js';
import * as format from './format.js';
import { either, t } from './i18n.js';
import { canSeePast, canSeePresent } from './session.js';

/** The choice of an earlier time: by the button of the live page, and by the steps of a page that shows an earlier one. */

/** @typedef {import('./model.js').Ward} Ward */

/** The words of this file, French first. */
const WORDS = {
  open: ['Voir le passé…', 'See the past…'],
  title: ['Voir un moment passé', 'See an earlier time'],
  said: [
    'La page montre alors ce qu’elle montrait à ce moment, sous une barre PASSÉ. Ce poste ne montre et ne sonne pendant ce temps aucune alarme de maintenant.',
    'The page then shows what it showed at that time, below a bar that says PAST. Meanwhile this screen neither shows nor sounds any alarm of now.',
  ],
  ago: ['Il y a {age}', '{age} ago'],
  shift: ['Début du poste, {time}', 'Start of the shift, {time}'],
  field: ['Date et heure ({zone})', 'Date and time ({zone})'],
  show: ['Voir', 'Show'],
  pastOnly: ['Ce rôle ne voit pas le présent du service. « Voir le passé… », en bas de la page, montre un moment passé.', 'This role does not see the present ward. “See the past…”, at the foot of the page, shows an earlier time.'],
  steps: ['Avancer ou reculer', 'Step forward or back'],
};
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The topics keep records so long. */
const KEPT_MS = 7 * DAY_MS;
const AGO_MINUTES = [15, 60, 480];
const STEP_MINUTES = [-60, -10, -1, 1, 10, 60];
const STEPPED = 'vigie.past.step';

/** @param {keyof typeof WORDS} key @param {Record<string, string>} [values] */
const word = (key, values = {}) => either(WORDS[key][0], WORDS[key][1]).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** The address of this page at another time; without a time: at the present. @param {string | null} at */
export function addressOf(at) {
  const address = new URL(location.href);
  if (at === null) address.searchParams.delete('at');
  else address.searchParams.set('at', at);
  return address.pathname + address.search;
}

/** @param {number} at */
const show = (at) => location.assign(addressOf(new Date(at).toISOString()));

/** @param {number} minutes without a sign */
const minutesText = (minutes) => (minutes < 60 ? `${minutes} min` : `${minutes / 60} h`);

/** When the shift of a moment began; undefined where the site names no shifts. @param {string[]} starts times of day @param {number} now */
export function shiftStart(starts, now) {
  const days = [now - DAY_MS, now].map((at) => format.fieldText(at).slice(0, 10));
  const past = days.flatMap((day) => starts.map((start) => format.fieldTime(`${day}T${start}`))).filter((at) => at < now);
  return past.length ? Math.max(...past) : undefined;
}

/** What a page says whose user may not see the present. */
export const pastOnly = () => word('pastOnly');

/** The button of the live page, for those who may see an earlier time. @param {Ward} ward */
export function offerPast(ward) {
  const button = byId('open-past');
  button.hidden = !canSeePast() || (canSeePresent() && !ward.clock);
  button.onclick = () => openChoice(ward);
  setText(button, word('open'));
}

/** @param {Ward} ward */
function openChoice(ward) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('past-dialog'));
  const close = el('button', { type: 'button', class: 'close' }, t('close'));
  close.addEventListener('click', () => dialog.close());
  const now = ward.wall();
  dialog.replaceChildren(
    el('header', { class: 'dialog-head' }, el('h2', { id: 'past-title' }, word('title')), close),
    el('p', {}, word('said')),
    el('div', { class: 'past-quick', role: 'group', 'aria-label': word('title') }, ...quickChoices(ward, now)),
    timeForm(now - AGO_MINUTES[0] * MINUTE_MS, now),
  );
  dialog.showModal();
}

/** @param {Ward} ward @param {number} now */
function quickChoices(ward, now) {
  const start = shiftStart(ward.display.clock?.shifts ?? [], now);
  const agos = AGO_MINUTES.map((minutes) => choice(word('ago', { age: minutesText(minutes) }), now - minutes * MINUTE_MS));
  return start === undefined ? agos : [...agos, choice(word('shift', { time: format.minute(start, now) }), start)];
}

/** @param {string} text @param {number} at */
function choice(text, at) {
  const button = el('button', { type: 'button' }, text);
  button.addEventListener('click', () => show(at));
  return button;
}

/** The form that shows another time, in the zone of the page. @param {number} at the time that it begins with @param {number} now */
export function timeForm(at, now) {
  const bounds = { min: format.fieldText(now - KEPT_MS), max: format.fieldText(now) };
  const time = el('input', { id: 'past-at', type: 'datetime-local', step: '1', required: '', value: format.fieldText(at), ...bounds });
  const label = el('label', {}, `${word('field', { zone: format.zoneName() })} `, time);
  const form = el('form', { class: 'session-form study-seek' }, label, el('button', { type: 'submit', id: 'past-show' }, word('show')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(format.fieldTime(time.value));
  });
  return form;
}

/** Buttons that go forward or back. One that would reach beyond the time of the reading is disabled. @param {number} at the time that is shown @param {number} now */
export function steps(at, now) {
  const buttons = STEP_MINUTES.map((minutes) => {
    const button = choice(`${minutes < 0 ? '−' : '+'} ${minutesText(Math.abs(minutes))}`, at + minutes * MINUTE_MS);
    button.setAttribute('data-step', String(minutes));
    button.addEventListener('click', () => sessionStorage.setItem(STEPPED, String(minutes)));
    button.disabled = at + minutes * MINUTE_MS > now;
    return button;
  });
  return el('div', { class: 'study-controls', role: 'group', 'aria-label': word('steps') }, ...buttons);
}

/** The step that led here has the focus again, so that the next one needs no search. */
export function focusStep() {
  const stepped = sessionStorage.getItem(STEPPED);
  sessionStorage.removeItem(STEPPED);
  if (stepped) /** @type {HTMLElement | null} */ (document.querySelector(`[data-step="${CSS.escape(stepped)}"]:enabled`))?.focus();
}
