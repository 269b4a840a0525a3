// @ts-check
import { byId, el, setAttribute, setText } from './dom.js';
import * as format from './format.js';
import { either } from './i18n.js';
import { post } from './session.js';

/** The page of a replay in a namespace of its own: its mark, where it is, and its controls. The server decides what a user may ask. */

/** @typedef {import('./model.js').Study} Study */

/** The words of this file, French first. */
const WORDS = {
  mark: ['REJEU', 'REPLAY'],
  said: ['du service {ward} — ce n’est pas le présent. Rien ne sonne, personne n’est appelé.', 'of the ward {ward} — this is not the present. Nothing sounds, nobody is called.'],
  short: ['REJEU {name} — ce n’est pas le présent', 'REPLAY {name} — this is not the present'],
  noOrder: ['Ceci est un rejeu : rien ne peut y être acquitté ni réglé.', 'This is a replay: nothing can be acknowledged or set in it.'],
  controls: ['Commandes du rejeu', 'Controls of the replay'],
  pause: ['Pause', 'Pause'],
  resume: ['Reprendre', 'Resume'],
  step: ['+ 1 min', '+ 1 min'],
  speed: ['Vitesse (× temps réel)', 'Speed (× real time)'],
  max: ['au plus vite', 'as fast as possible'],
  seek: ['Aller à', 'Go to'],
  done: ['Fait.', 'Done.'],
  pending: ['Le rejeu n’a pas encore répondu.', 'The replay has not answered yet.'],
  refused: ['Refusé : {why}', 'Refused: {why}'],
  state_WARMING_UP: ['Préparation : le temps d’avant est relu', 'Warming up: the time before is read'],
  state_RUNNING: ['Lecture {speed}', 'Running {speed}'],
  state_SEEKING: ['Avance sans attendre', 'Going forward without waiting'],
  state_PAUSED: ['En pause', 'Paused'],
  state_ENDED: ['Fin de la période', 'End of the period'],
  state_STOPPED: ['Arrêté : plus de réponse du rejeu', 'Stopped: the replay answers no more'],
};
const SPEEDS = [1, 2, 5, 10, 60, 0];
const STEP_MS = 60_000;

/** @type {Study | null} */
let study = null;
let built = '';
let measured = false;

/** @param {keyof typeof WORDS} key @param {Record<string, string>} [values] */
const word = (key, values = {}) => either(WORDS[key][0], WORDS[key][1]).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** @param {number} speed */
const speedText = (speed) => (speed === 0 ? word('max') : `×${format.number(speed)}`);

/** Whether this page shows a replay. Nothing can be asked of an alarm then. */
export const isStudy = () => study !== null;

/** Why nothing can be asked of an alarm. */
export const noOrder = () => word('noOrder');

/** The mark of a replay in one line, for a dialog and for paper. @param {Study} shown */
export const studyMark = (shown) => word('short', { name: shown.namespace });

/** Shows the replay, if there is one: its mark above all views, and in every dialog, which would cover it. @param {import('./model.js').Clock | null} clock */
export function showStudy(clock) {
  study = clock?.study ?? null;
  const bar = byId('study');
  bar.hidden = study === null;
  document.body.classList.toggle('study', study !== null);
  document.querySelectorAll('dialog').forEach((dialog) => setAttribute(dialog, 'data-study', study ? studyMark(study) : null));
  if (!study) return;
  document.title = `${word('mark')} ${study.namespace} — Vigie`;
  if (built !== word('mark')) build(bar, study);
  update(bar, study);
}

/** A small window is scrolled: the banner then sticks below the bar, however high the bar is. @param {HTMLElement} bar */
export function followHeight(bar) {
  if (!measured) {
    measured = true;
    new ResizeObserver(() => document.body.style.setProperty('--study-height', `${bar.offsetHeight}px`)).observe(bar);
  }
}

/** @param {HTMLElement} bar @param {Study} shown */
function build(bar, shown) {
  built = word('mark');
  followHeight(bar);
  setAttribute(bar, 'aria-label', studyMark(shown));
  bar.replaceChildren(
    el('p', { class: 'study-mark' }, el('strong', {}, `${word('mark')} ${shown.namespace}`), ` ${word('said', { ward: shown.ward })}`),
    el('p', { class: 'study-at' }, el('time', { id: 'study-time' }), ' ', el('span', { id: 'study-state' })),
    el('progress', { id: 'study-progress', max: '1', 'aria-label': word('mark') }),
    controls(shown),
    el('p', { id: 'study-answer', role: 'status' }),
  );
}

/** @param {Study} shown */
function controls(shown) {
  const pause = el('button', { type: 'button', id: 'study-pause' });
  pause.addEventListener('click', () => ask({ action: study?.state === 'PAUSED' ? 'RESUME' : 'PAUSE' }));
  const step = el('button', { type: 'button', id: 'study-step' }, word('step'));
  step.addEventListener('click', () => ask({ action: 'STEP', stepMs: STEP_MS }));
  const known = SPEEDS.includes(shown.speed) ? SPEEDS : [shown.speed, ...SPEEDS];
  const speed = el('select', { id: 'study-speed' }, ...known.map((each) => el('option', { value: String(each) }, speedText(each))));
  speed.value = String(shown.speed);
  speed.addEventListener('change', () => ask({ action: 'SPEED', speed: Number(speed.value) }));
  return el('div', { class: 'study-controls', role: 'group', 'aria-label': word('controls') }, pause, step, el('label', {}, `${word('speed')} `, speed), seekForm(shown));
}

/** @param {Study} shown */
function seekForm(shown) {
  const time = el('input', { id: 'study-seek', type: 'datetime-local', step: '1', required: '', value: format.fieldText(shown.position), min: format.fieldText(shown.from), max: format.fieldText(shown.to), 'aria-label': word('seek') });
  const form = el('form', { class: 'study-seek' }, time, el('button', { type: 'submit', id: 'study-go' }, word('seek')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask({ action: 'SEEK', seekTo: format.fieldTime(time.value) });
  });
  return form;
}

/** @param {HTMLElement} bar @param {Study} shown */
function update(bar, shown) {
  const { state, position, speed, from, to } = shown;
  setText(byId('study-time'), `${format.date(position)} ${format.clock(position)}`);
  setText(byId('study-state'), word(/** @type {keyof typeof WORDS} */ (`state_${state}`), { speed: speedText(speed) }));
  byId('study-progress').setAttribute('value', String((position - from) / Math.max(1, to - from)));
  setText(byId('study-pause'), word(state === 'PAUSED' ? 'resume' : 'pause'));
  const over = state === 'ENDED' || state === 'STOPPED';
  bar.querySelectorAll('button, select, input').forEach((control) => control.toggleAttribute('disabled', over));
}

/** @param {{action: string, stepMs?: number, seekTo?: number, speed?: number}} wanted */
async function ask(wanted) {
  const answer = byId('study-answer');
  setText(answer, '…');
  try {
    const response = await post('api/replay', wanted);
    if (!response.ok) throw new Error(await response.text());
    const { status, refusal } = await response.json();
    setText(answer, status === 'OBEYED' ? word('done') : status === 'PENDING' ? word('pending') : word('refused', { why: refusal }));
  } catch (failure) {
    setText(answer, word('refused', { why: failure instanceof Error ? failure.message : String(failure) }));
  }
}
