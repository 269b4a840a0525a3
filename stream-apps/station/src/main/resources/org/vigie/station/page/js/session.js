// @ts-check
import { byId, el, setChildren } from './dom.js';
import { either, t } from './i18n.js';

/** Who uses this screen, and how the next user takes it. The server decides everything; the page only shows it. */

/**
 * @typedef {{name: string, role: string, units: string[], csrf?: string, locked: boolean, users: string[], may: string[]}} Session
 */

/** The words of this file, French first. */
const WORDS = {
  change: ['Changer d’utilisateur', 'Change user'],
  user: ['Utilisateur', 'User'],
  pin: ['Code PIN', 'PIN'],
  take: ['Prendre le poste', 'Take this screen'],
  end: ['Fermer la session', 'Log out'],
  locked: ['verrouillé', 'locked'],
  wrong: ['Code refusé. Après cinq erreurs, attendez quelques minutes.', 'PIN refused. After five errors wait a few minutes.'],
  emergency: ['Accès d’urgence à une autre unité, pour une heure. Il est journalisé.', 'Emergency access to another unit, for an hour. It is recorded.'],
  unit: ['Unité', 'Unit'],
  reason: ['Motif', 'Reason'],
  open: ['Ouvrir l’unité', 'Open the unit'],
  refused: ['Refusé.', 'Refused.'],
};
const ROLES = ['nurse', 'charge-nurse', 'physician', 'wall-screen', 'analyst'];

/** @type {Session | null} */
let session = null;

/** @param {keyof typeof WORDS} key */
const word = (key) => either(WORDS[key][0], WORDS[key][1]);

/** Asks who uses this screen. A session that is over leads to the page of the log-in. */
export async function askSession() {
  try {
    const answer = await fetch('api/user');
    if (answer.status === 401) location.assign('login');
    if (answer.ok) session = await answer.json();
  } catch {
    // The stream says that the station does not answer.
  }
  showSession();
}

/** The name of the user of this screen; empty before it is known. */
export const userName = () => session?.name ?? '';

/** Whose rights this screen has: name, role and units. Empty before they are known. */
export const userRights = () => (session ? JSON.stringify([session.name, session.role, [...session.units].sort()]) : '');

/** The name of a role in the page's language. @param {string} role */
export const roleName = (role) => (ROLES.includes(role) ? t(/** @type {any} */ (`role_${role}`)) : role);

/** Whether the rights table grants this user an operation; the server decides each use again. @param {string} operation */
const may = (operation) => session?.may.includes(operation) ?? false;

/** Whether this user may ask who looked at a patient. */
export const canSeeAccesses = () => may('READ_ACCESSES');

/** Whether this user may let a result be computed again. */
export const canVerify = () => may('VERIFY_RESULT');

/** Whether this user may see the present ward. Before the user is known, the server's answer to the stream tells it. */
export const canSeePresent = () => session === null || may('READ_WARD');

/** Whether this user may see the ward as it was at an earlier time. */
export const canSeePast = () => may('READ_PAST');

/** Whether the screen waits for its user's PIN: it then shows no patient. */
export const isLocked = () => session?.locked ?? false;

/** @returns {boolean} whether this user can send commands now */
export function canCommand() {
  return session !== null && !session.locked && session.role !== 'wall-screen';
}

/** Sends a change with the token that only this page knows. @param {string} path @param {unknown} body */
export function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Vigie-Csrf': session?.csrf ?? '' },
    body: JSON.stringify(body),
  });
}

/** The user, and the button by which the next one takes the screen. */
export function showSession() {
  if (!session) return;
  const { name, role, locked } = session;
  const text = [name, locked ? word('locked') : roleName(role)].join(' · ');
  const shown = el('span', { id: 'user', 'data-role': role }, text);
  setChildren(byId('who'), shown, ...(session.csrf ? [changeButton()] : []));
}

function changeButton() {
  const button = el('button', { id: 'change-user', type: 'button', 'aria-haspopup': 'dialog' }, word('change'));
  button.addEventListener('click', openDialog);
  return button;
}

/** The form in which the next user gives the PIN. */
export function openDialog() {
  if (!session?.users.length) {
    location.assign('login');
    return;
  }
  document.querySelector('#session-dialog')?.remove();
  const dialog = el('dialog', { id: 'session-dialog', class: 'dialog', 'aria-labelledby': 'session-title' });
  const close = el('button', { type: 'button', class: 'close' }, t('close'));
  close.addEventListener('click', () => dialog.close());
  const end = el('button', { type: 'button', id: 'end-session' }, word('end'));
  end.addEventListener('click', () => post('api/session/end', {}).then(() => location.assign('login')));
  dialog.append(el('header', { class: 'dialog-head' }, el('h2', { id: 'session-title' }, word('change')), close), pinForm(), end, emergencyForm());
  document.body.append(dialog);
  dialog.showModal();
}

function pinForm() {
  const name = el('select', { id: 'next-user' }, ...(session?.users ?? []).map((each) => el('option', { value: each }, each)));
  const pin = el('input', { id: 'next-pin', type: 'password', inputmode: 'numeric', maxlength: '6', autocomplete: 'off' });
  return form('take', [field('user', name), field('pin', pin)], 'api/session/user', () => ({ name: name.value, pin: pin.value }), word('wrong'));
}

function emergencyForm() {
  const unit = el('input', { id: 'emergency-unit', maxlength: '256', autocomplete: 'off' });
  const reason = el('input', { id: 'emergency-reason', maxlength: '500', autocomplete: 'off' });
  const asked = form('open', [field('unit', unit), field('reason', reason)], 'api/session/emergency', () => ({ unit: unit.value, reason: reason.value }), word('refused'));
  return el('details', {}, el('summary', {}, word('emergency')), asked);
}

/** @param {keyof typeof WORDS} label @param {HTMLElement} input */
const field = (label, input) => el('label', {}, `${word(label)} `, input);

/** @param {keyof typeof WORDS} label @param {Node[]} fields @param {string} path @param {() => unknown} body @param {string} refusal */
function form(label, fields, path, body, refusal) {
  const answer = el('p', { role: 'status', class: 'session-answer' });
  const node = el('form', { class: 'session-form' }, ...fields, el('button', { type: 'submit' }, word(label)), answer);
  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    const response = await post(path, body());
    if (response.ok) location.reload();
    else answer.textContent = refusal;
  });
  return node;
}
