// @ts-check
import { el, setText } from './dom.js';
import * as format from './format.js';
import { either, language, listed, named, t } from './i18n.js';
import { isPast, noPastOrder } from './past.js';
import { isStudy, noOrder } from './replay.js';
import { channelName } from './service.js';
import { askSession, canCommand, openDialog, post } from './session.js';

/** @typedef {import('./model.js').Alert} Alert */
/** What an order is about. @typedef {Pick<Alert, 'stay' | 'alert' | 'bed' | 'messageFr' | 'messageEn' | 'call'>} Ordered */
/**
 * @typedef {{kind: string, text: string, minutes?: number, version?: number, short?: string,
 *   arguments?: Record<string, string>}} Action
 */

const ROLES = ['nurse', 'charge-nurse', 'physician'];
/** Roles of the shipped escalation chain. A unit may name others; they are shown as they are written. */
const CALLED_ROLES = [...ROLES, 'reference-nurse', 'physician-on-call'];
const VERDICTS = ['USEFUL', 'FALSE', 'ARTEFACT', 'KNOWN'];
const PAUSE_MINUTES = 2;
const SHELVE_MINUTES = 30;

/** What can be asked of an active alarm, the most frequent first. @param {Alert} alert @returns {Action[]} */
export function actions(alert) {
  const { call } = alert;
  const asked = [];
  if (!call?.acknowledgedBy) asked.push({ kind: 'ACKNOWLEDGE', text: t('acknowledge') });
  if (call?.latched) asked.push({ kind: 'LATCH_RESET', text: t('reset') });
  asked.push(audioAction([alert]));
  if (call?.shelvedUntil === undefined) asked.push({ kind: 'SHELVE', text: t('shelve', { minutes: SHELVE_MINUTES }), minutes: SHELVE_MINUTES });
  else asked.push({ kind: 'UNSHELVE', text: t('unshelve') });
  return asked;
}

/** Pauses the sound while one of the alarms sounds. @param {Alert[]} alerts @returns {Action} */
function audioAction(alerts) {
  return alerts.every(isPaused)
    ? { kind: 'RESUME_AUDIO', text: t('resume') }
    : { kind: 'PAUSE_AUDIO', text: t('pause', { minutes: PAUSE_MINUTES }), minutes: PAUSE_MINUTES };
}

/** @param {Ordered} alert */
function isPaused({ call }) {
  return call?.audioPausedUntil !== undefined;
}

/** What can be asked of an incident in one tap: one acknowledgement and one pause for all its alarms. @param {import('./incident.js').Incident} incident @returns {Action[]} */
export function incidentActions({ alerts, state }) {
  const audio = audioAction(alerts);
  if (audio.kind === 'PAUSE_AUDIO') audio.short = t('pauseShort');
  const other = actions(alerts[0]).filter(({ kind }) => kind !== 'ACKNOWLEDGE').map((each) => (each.kind.endsWith('_AUDIO') ? audio : each));
  const open = alerts.some(({ call }) => !call?.acknowledgedBy);
  // An acknowledged alarm is silent: nothing is left to pause.
  if (!open) return other.filter(({ kind }) => kind !== 'PAUSE_AUDIO').slice(0, 1);
  const acknowledge = state ? { kind: 'ACKNOWLEDGE_INCIDENT', text: t('acknowledge'), version: newestVersion(alerts) } : { kind: 'ACKNOWLEDGE', text: t('acknowledge') };
  return [acknowledge, ...other].slice(0, 2);
}

/** The newest change that the user sees: the acknowledgement is refused when an alarm that waits changed later. @param {Alert[]} alerts */
function newestVersion(alerts) {
  const seen = alerts.flatMap(({ call }) => (call ? [call.version] : []));
  return seen.length ? Math.max(...seen) : undefined;
}

/** One tap: what a clinician thinks of an alarm. @returns {Action[]} */
export function verdicts() {
  return VERDICTS.map((verdict) => ({ kind: 'FEEDBACK', text: t(/** @type {any} */ (`verdict_${verdict}`)), arguments: { verdict } }));
}

/** @param {Ordered} alert @param {Action[]} asked @param {Ordered[]} about all alarms that the buttons concern */
export function buttons(alert, asked, about = [alert]) {
  return el('div', { class: 'orders' }, ...asked.map((action) => button(alert, action, concerned(action, alert, about))));
}

/** The alarms that a button concerns. @param {Action} action @param {Ordered} alert @param {Ordered[]} about */
function concerned({ kind }, alert, about) {
  if (kind === 'ACKNOWLEDGE_INCIDENT') return about;
  if (kind === 'PAUSE_AUDIO') return about.filter((each) => !isPaused(each));
  return kind === 'RESUME_AUDIO' ? about.filter(isPaused) : [alert];
}

/** @param {Ordered} alert @param {Action} action @param {Ordered[]} about */
function button(alert, action, about) {
  const what = named(action.text, `${alert.bed}, ${listed(about.map((each) => either(each.messageFr, each.messageEn)))}`);
  const node = el('button', { type: 'button', 'data-order': action.kind, 'aria-label': what, title: what }, action.short ?? action.text);
  node.addEventListener('click', async () => {
    node.disabled = true;
    const { kind, minutes, arguments: given } = action;
    const sent = kind === 'ACKNOWLEDGE_INCIDENT' ? [alert] : about;
    tell(await Promise.all(sent.map((each) => place({ stay: each.stay, alert: each.alert, kind, minutes, version: action.version ?? each.call?.version, arguments: given }))));
    node.disabled = false;
  });
  return node;
}

/** What was done about an alarm, in words. @param {Alert} alert @param {number} now @param {boolean} called whether a call can leave the page */
export function done({ call, deliveries }, now, called) {
  if (!call) return [];
  const time = (/** @type {number} */ at) => format.minute(at, now);
  const words = [];
  if (call.latched) words.push(t('isLatched'));
  if (call.acknowledgedBy) words.push(t('isAcknowledged', { by: call.acknowledgedBy, time: time(call.acknowledgedAt ?? now) }));
  if (call.audioPausedUntil !== undefined) words.push(t('isPaused', { time: time(call.audioPausedUntil) }));
  if (call.shelvedUntil !== undefined) words.push(t('isShelved', { time: time(call.shelvedUntil) }));
  if (call.escalatedTo) words.push(t(called ? 'callRequested' : 'nobodyCalled', { role: roleName(call.escalatedTo) }));
  words.push(...deliveryTexts(deliveries, now));
  return words;
}

/** What became of the calls of an alarm, channel by channel. @param {import('./model.js').Delivery[] | undefined} deliveries @param {number} now */
export function deliveryTexts(deliveries, now) {
  return (deliveries ?? []).map((delivery) => deliveryText(delivery, now));
}

/** What became of a call: only a receipt of the channel makes it delivered. @param {import('./model.js').Delivery} delivery @param {number} now */
function deliveryText({ channel: name, state, at, detail }, now) {
  const channel = channelName({ channel: name });
  const key = `delivery_${state}`;
  const known = ['REQUESTED', 'SENT', 'DELIVERED', 'FAILED', 'READ'].includes(state);
  return `${known ? t(/** @type {any} */ (key), { channel, time: format.minute(at, now) }) : named(channel, state)}${detail ? ` (${detail})` : ''}`;
}

/** Who has the whole incident in hand, else who was to be called for it. @param {import('./incident.js').Incident} incident @param {number} now @param {boolean} called */
export function incidentDone({ alerts, state }, now, called) {
  if (!state || alerts.length < 2) return [];
  if (state.acknowledgedBy) return [t('isAcknowledged', { by: state.acknowledgedBy, time: format.minute(state.acknowledgedAt ?? now, now) })];
  return state.escalatedTo ? [t(called ? 'callRequested' : 'nobodyCalled', { role: roleName(state.escalatedTo) })] : [];
}

/**
 * What was done about an incident, in the few words of its row: what a nurse must see without unfolding it is urgent.
 * @param {import('./incident.js').Incident} incident @param {number} now @param {boolean} called @returns {{text: string, urgent?: boolean}[]}
 */
export function incidentStates({ alerts }, now, called) {
  const calls = alerts.flatMap(({ call }) => call ?? []);
  const waiting = calls.filter(({ acknowledgedBy }) => !acknowledgedBy);
  const [first] = calls.filter(({ acknowledgedBy }) => acknowledgedBy);
  const role = waiting.find(({ escalatedTo }) => escalatedTo)?.escalatedTo;
  const failed = waiting.length && alerts.some(({ deliveries }) => deliveries?.some(({ state }) => state === 'FAILED'));
  const words = [];
  if (first && waiting.length) words.push({ text: t('someAcknowledged', { count: calls.length - waiting.length, of: calls.length }) });
  else if (first) words.push({ text: t('isAcknowledged', { by: first.acknowledgedBy ?? '', time: format.minute(first.acknowledgedAt ?? now, now) }) });
  if (role) words.push(called ? { text: t('callRequested', { role: roleName(role) }) } : { text: t('nobodyCalled', { role: roleName(role) }), urgent: true });
  if (failed) words.push({ text: t('callFailed'), urgent: true });
  if (calls.some(({ latched }) => latched)) words.push({ text: t('isLatched') });
  return words;
}

/**
 * Since when an alarm of an incident waits for an answer, epoch ms; null when each one has been acknowledged or shelved.
 * @param {Alert[]} alerts
 */
export function unansweredSince(alerts) {
  const waiting = alerts.filter((alert) => alert.call && !isInHand(alert));
  return waiting.length ? Math.min(...waiting.map(({ raisedAt }) => raisedAt)) : null;
}

/** Since when nobody has answered; empty when somebody has. @param {Alert[]} alerts @param {number} now */
export function unansweredText(alerts, now) {
  const since = unansweredSince(alerts);
  return since === null ? '' : t('unanswered', { time: format.minute(since, now) });
}

/** For how long nobody has answered; empty when somebody has. @param {Alert[]} alerts @param {number} now */
export function unansweredFor(alerts, now) {
  const since = unansweredSince(alerts);
  return since === null ? '' : format.age(now - since);
}

/** For how long the sound of alarms is still off: until the first of them sounds again; empty while none is paused. @param {Pick<Alert, 'call'>[]} alerts @param {number} now */
export function pausedText(alerts, now) {
  // An alarm sounds again when its pause is over, also before the station has heard of it.
  const ends = alerts.flatMap(({ call }) => call?.audioPausedUntil ?? []).filter((end) => end > now);
  return ends.length ? t('pausedFor', { left: format.countdown(Math.min(...ends) - now) }) : '';
}

/** Whether somebody has it in hand: it stays visible but no longer flashes. @param {Alert | undefined} alert */
export function isInHand(alert) {
  return Boolean(alert?.call?.acknowledgedBy) || alert?.call?.shelvedUntil !== undefined;
}

/** @param {string} role */
function roleName(role) {
  return CALLED_ROLES.includes(role) ? t(/** @type {any} */ (`role_${role}`)) : role;
}

/**
 * Asks something of the alarm system and waits for its answer.
 * @param {{stay: string, kind: string, alert?: string, minutes?: number, version?: number, reason?: string, arguments?: Record<string, string>}} wanted
 * @returns {Promise<{failed: boolean, text: string}>}
 */
export async function place(wanted) {
  if (isPast()) return { failed: true, text: noPastOrder() };
  if (isStudy()) return { failed: true, text: noOrder() };
  if (!canCommand()) {
    openDialog();
    return { failed: true, text: t('sayWho') };
  }
  const form = { ...wanted, order: crypto.randomUUID() };
  try {
    const answer = await post('api/orders', form);
    if (answer.status === 401 || answer.status === 403) await askSession();
    if (!answer.ok) return { failed: true, text: t('orderFailed', { why: await answer.text() }) };
    const { status, refusal, messageFr, messageEn } = await answer.json();
    if (status === 'PENDING') return { failed: true, text: t('orderPending') };
    const refused = status === 'REFUSED';
    const hint = refused && refusal === 'BAD_ARGUMENT' && wanted.kind === 'SET_LIMIT' ? ` ${t('limitRefused')}` : '';
    return { failed: refused, text: `${refused ? t('refused') : t('obeyed')} ${either(messageFr, messageEn)}${hint}` };
  } catch {
    return { failed: true, text: t('orderFailed', { why: t('noAnswer') }) };
  }
}

/** @param {{failed: boolean, text: string}[]} answers */
export function tell(answers) {
  for (const place of document.querySelectorAll('.order-answer')) {
    place.classList.toggle('failed', answers.some(({ failed }) => failed));
    place.setAttribute('lang', language());
    setText(place, answers.map(({ text }) => text).join(' '));
  }
}
