// @ts-check
import { byId, el, setAttribute, setText } from './dom.js';
import * as format from './format.js';
import { either } from './i18n.js';
import { shortName } from './incident.js';
import { STARS } from './priority.js';
import { addressOf, focusStep, steps, timeForm } from './pastchoice.js';
import { followHeight } from './replay.js';
import { askSession, isLocked, userRights } from './session.js';

/**
 * The page at an earlier time. It follows no stream, sounds nothing and commands nothing. Its mark stands in every view, and it goes back to the
 * present by itself: nobody watches a ward whose screen shows the past.
 */

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./model.js').LimitInForce} LimitInForce */
/** @typedef {'WITHDRAWN' | 'CORRECTED' | 'LATE' | 'IDENTIFIED'} ChangeKind */
/** @typedef {{bed: string, kind: ChangeKind, stay: string, variable?: string, shown?: number, later?: number, measuredAt?: number, knownAt: number}} LaterChange */
/** @typedef {{at: number, readAt: number, records: number, rules: string, limits: Record<string, LimitInForce[]>, changes: LaterChange[], changesUntil: number, heldFrom?: number}} Past */

/** The words of this file, French first. */
const WORDS = {
  mark: ['PASSÉ', 'PAST'],
  said: ['ce n’est pas le présent. Les alarmes de maintenant ne sont ni montrées ni sonnées ici.', 'this is not the present. The alarms of now are neither shown nor sounded here.'],
  short: ['PASSÉ {time} — ce n’est pas le présent', 'PAST {time} — this is not the present'],
  noOrder: ['Ceci est le passé : rien ne peut y être acquitté ni réglé.', 'This is the past: nothing can be acknowledged or set in it.'],
  now: ['Revenir au présent', 'Back to the present'],
  soon: ['Retour automatique dans {age} sans activité', 'Goes back by itself in {age} without use'],
  waiting: ['La station lit un autre moment. Nouvel essai dans {seconds} s…', 'The station reads another time. Asking again in {seconds} s…'],
  reading: ['Lecture des enregistrements de ce moment…', 'Reading the records of that time…'],
  refused: ['Ce moment ne peut pas être montré : {why}', 'That time cannot be shown: {why}'],
  TIME: ['l’adresse doit nommer un moment des sept derniers jours, tel que ?at=2026-11-30T08:15:00Z ou ?at=PT15M. Choisissez un autre moment ici.', 'the address must name a time of the last seven days, such as ?at=2026-11-30T08:15:00Z or ?at=PT15M. Choose another time here.'],
  NO_RECORDS: ['les enregistrements de ce moment n’existent pas ou ne sont plus gardés. Choisissez un autre moment ici.', 'the records of that time do not exist or are no longer kept. Choose another time here.'],
  OTHER_READING: ['la station lit encore un autre moment. Réessayez dans une minute.', 'the station is still reading another time. Try again in a minute.'],
  TOO_LONG: ['sa lecture a duré trop longtemps. Réessayez plus tard, ou demandez à l’informatique la commande ./vigie board --at.', 'its reading took too long. Try again later, or ask the IT staff for the command ./vigie board --at.'],
  UNREADABLE: ['ses enregistrements n’ont pas pu être lus. Réessayez ; si cela se répète, prévenez l’informatique.', 'its records could not be read. Try again; if this goes on, tell the IT staff.'],
  status: ['la station a répondu par l’erreur {status}. Si cela se répète, prévenez l’informatique.', 'the station answered with the error {status}. If this goes on, tell the IT staff.'],
  noAnswer: ['la station n’a pas répondu. Réessayez ; si cela se répète, prévenez l’informatique.', 'the station did not answer. Try again; if this goes on, tell the IT staff.'],
  noPast: ['la station a répondu avec le présent. Prévenez l’informatique.', 'the station answered with the present. Tell the IT staff.'],
  alarmsHidden: ['Les alarmes de ce moment ne sont pas montrées.', 'The alarms of that time are not shown.'],
  alarmsUnknown: ['Alarmes inconnues : personne ne les calculait à ce moment.', 'Alarms unknown: nobody computed them at that time.'],
  unchanged: ['Aucun nombre de ce moment n’a été changé par un enregistrement arrivé avant {time}.', 'No number of that time was changed by a record that came before {time}.'],
  changed: ['Changements arrivés depuis, jusqu’à {time} : {count}', 'Changes that came since, until {time}: {count}'],
  WITHDRAWN: ['× retiré depuis', '× withdrawn since'],
  CORRECTED: ['≠ corrigé depuis', '≠ corrected since'],
  LATE: ['» valeur plus récente arrivée en retard', '» newer value that came late'],
  IDENTIFIED: ['• patient identifié depuis', '• patient identified since'],
  replaced: ['affiché {shown}, ensuite {later}', 'shown {shown}, later {later}'],
  times: ['mesuré {measured}, connu à {known}', 'measured {measured}, known at {known}'],
  knownAt: ['connu à {known}', 'known at {known}'],
  held: ['Les enregistrements d’avant {time} ne sont plus gardés : ce qui n’a pas été mesuré depuis manque ici.', 'Records before {time} are no longer kept: what was not measured since is missing here.'],
  limits: ['Limites d’alarme en vigueur à ce moment', 'Alarm limits in force at that time'],
  ofPatient: ['du patient', 'of the patient'],
  noLimits: ['Aucune limite pour les variables de ce lit.', 'No limit for the variables of this bed.'],
  unread: ['Un lit dont les mesures attendaient d’être traitées n’est marqué ici que si ses messages de contrôle manquaient.', 'A bed whose readings waited to be processed is marked here only if its canaries were missed.'],
  noCharts: ['Les courbes d’un moment passé ne sont pas montrées ici.', 'Charts of an earlier time are not shown here.'],
};
/** Without a touch or a key for so long the page goes back to the present: a unit default. */
const RETURN_MS = 5 * 60 * 1000;
/** A time that is refused shows no ward: the page goes back to the present earlier. */
const REFUSED_MS = 20 * 1000;
/** The station's longest reading, and the pause after it. */
const MOST_WAIT_MS = 90 * 1000;
/** What the station names in `X-Vigie-Problem`. */
const PROBLEMS = /** @type {const} */ (['TIME', 'NO_RECORDS', 'OTHER_READING', 'TOO_LONG', 'UNREADABLE']);
/** Signs that every common font has: a sign without a glyph is an empty box. @type {Record<ChangeKind, string>} */
const SHAPES = { WITHDRAWN: '×', CORRECTED: '≠', LATE: '»', IDENTIFIED: '•' };
/** @type {Record<string, string>} */
const SIGN = { BELOW: '<', ABOVE: '>' };

const asked = new URLSearchParams(location.search).get('at');
/** @type {Past | null} */
let past = null;
/** Why nothing is shown; null while it is read, and when it is shown. @type {{key: keyof typeof WORDS, status: string} | null} */
let refusal = null;
/** Seconds after which the station is asked again, because it reads another time; 0 when it was not told to wait. */
let waiting = 0;
let built = '';
let usedAt = performance.now();
/** Whose rights the picture has. @type {string | null} */
let reader = null;
let leaving = false;

/** @param {keyof typeof WORDS} key @param {Record<string, string>} [values] */
const word = (key, values = {}) => either(WORDS[key][0], WORDS[key][1]).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** Whether this page shows an earlier time, which its address names. */
export const isPast = () => asked !== null;

/** Why nothing can be asked of an alarm. */
export const noPastOrder = () => word('noOrder');

/** Why no alarm is listed where none is known. It says nothing of the present. */
export const pastAlarmsUnknown = () => word(past ? 'alarmsUnknown' : 'alarmsHidden');

/** The word in the places where a page of the present says that it is live. */
export const pastWord = () => word('mark');

/** The time in full: date and time of day. @param {number} at */
const timeText = (at) => `${format.date(at)} ${format.clock(at)}`;

/**
 * Asks for the ward of that time, and for nothing else. An answer that does not say which time it shows is not shown: it could be the present.
 * @param {(picture: any) => void} take
 */
export async function readPast(take) {
  for (const use of ['pointerdown', 'keydown', 'wheel']) addEventListener(use, () => (usedAt = performance.now()), { passive: true });
  if (!userRights()) await askSession();
  reader = userRights();
  try {
    const answer = await answerInTurn();
    if (answer.status === 401) location.assign('login');
    if (answer.status === 403) leave();
    const picture = answer.ok ? await answer.json() : null;
    if (picture?.past) {
      past = /** @type {Past} */ (picture.past);
      history.replaceState(null, '', addressOf(new Date(past.at).toISOString()));
      take(picture);
    } else refuse(picture ? 'noPast' : problemOf(answer), answer.status);
  } catch {
    refuse('noAnswer');
  }
}

/** What the station names as the reason; else the status tells all that is known. @param {Response} answer @returns {keyof typeof WORDS} */
function problemOf(answer) {
  const named = answer.headers.get('X-Vigie-Problem');
  return PROBLEMS.find((known) => known === named) ?? 'status';
}

/** Asks until it is this page's turn: the station reads one earlier time at once, and who steps from one to the next would be refused. */
async function answerInTurn() {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`api/ward?at=${encodeURIComponent(asked ?? '')}`);
    waiting = answer.status === 503 ? Number(answer.headers.get('Retry-After')) : 0;
    if (!waiting || performance.now() - began > MOST_WAIT_MS) return answer;
    await new Promise((resolve) => setTimeout(resolve, waiting * 1000));
  }
}

/** @param {keyof typeof WORDS} key @param {number} [status] of the answer */
function refuse(key, status = 0) {
  refusal = { key, status: String(status) };
  usedAt = performance.now();
}

/** Goes back to the present, once: the page goes on until the browser has left it. */
function leave() {
  if (leaving) return;
  leaving = true;
  location.replace(addressOf(null));
}

/** Shows the mark above all views, and in every dialog, which would cover it. @param {Ward} ward */
export function showPast(ward) {
  document.body.classList.add('study', 'past');
  const left = usedAt + (refusal ? REFUSED_MS : RETURN_MS) - performance.now();
  const isOthers = reader !== null && reader !== userRights();
  if (left <= 0 || isLocked() || isOthers) leave();
  const time = past ? timeText(past.at) : (asked ?? '');
  document.title = `${word('mark')} ${time} — Vigie`;
  document.querySelectorAll('dialog').forEach((dialog) => setAttribute(dialog, 'data-study', word('short', { time })));
  const shown = [word('mark'), time, refusal?.key, waiting, ward.beds.size].join();
  if (built !== shown) {
    built = shown;
    build(time, ward);
  }
  setText(byId('past-soon'), word('soon', { age: format.age(left) }));
}

/** @param {string} time @param {Ward} ward */
function build(time, ward) {
  const bar = byId('study');
  bar.hidden = false;
  followHeight(bar);
  setAttribute(bar, 'aria-label', word('short', { time }));
  bar.replaceChildren(
    el('p', { class: 'study-mark' }, el('strong', {}, `${word('mark')} ${time}`), ` ${word('said')}`),
    el('a', { id: 'past-now', class: 'past-now', href: addressOf(null) }, word('now')),
    el('span', { id: 'past-soon' }),
    ...(past ? [steps(past.at, past.readAt)] : []),
    timeForm(past?.at ?? Date.now(), past?.readAt ?? Date.now()),
    state(ward),
    ...(past?.heldFrom === undefined ? [] : [el('p', { id: 'past-held' }, el('strong', {}, word('held', { time: format.when(past.heldFrom, past.at) })))]),
    ...(past ? [el('p', { id: 'past-unread' }, word('unread'))] : []),
  );
  if (past) focusStep();
}

/** What changed since, or why nothing is shown. @param {Ward} ward */
function state(ward) {
  if (!past) return el('p', { id: 'past-state', role: 'status' }, refusal ? word('refused', { why: word(refusal.key, { status: refusal.status }) }) : waiting ? word('waiting', { seconds: String(waiting) }) : word('reading'));
  const { changes, changesUntil, readAt } = past;
  const time = format.when(changesUntil, readAt);
  if (!changes.length) return el('p', { id: 'past-state' }, word('unchanged', { time }));
  const lines = changes.map((change) => el('li', {}, `${change.bed} ${changeWords(change, ward)}`));
  return el('details', { id: 'past-state' }, el('summary', {}, word('changed', { count: format.number(changes.length), time })), el('ul', {}, ...lines));
}

/** The newest change of a shown value that came after that time. @param {string} bed @param {string} variable */
export function laterChange(bed, variable) {
  return past?.changes.filter((change) => change.bed === bed && change.variable === variable).at(-1);
}

/** The shape of a change; colour tells nothing. @param {LaterChange | undefined} change */
export const changeShape = (change) => (change ? SHAPES[change.kind] : '');

/** A change in words, with both values. @param {LaterChange} change @param {Ward} ward */
export function changeWords({ kind, variable, shown, later, measuredAt, knownAt }, ward) {
  const known = format.when(knownAt, knownAt);
  if (variable === undefined) return `${word(kind)} · ${word('knownAt', { known })}`;
  const text = (/** @type {number | undefined} */ value) => (value === undefined ? '--' : format.quantity(variable, value));
  return [`${shortName(variable, ward)} ${word(kind)}`, word('replaced', { shown: text(shown), later: text(later) }), word('times', { measured: format.when(measuredAt ?? knownAt, knownAt), known })].join(' · ');
}

/** The alarm limits that were in force at a bed, in place of its charts: those are of the present. @param {string} bed @param {Ward} ward */
export function pastLimits(bed, ward) {
  const limits = past?.limits[bed] ?? [];
  const lines = limits.map(({ variable, side, priority, limit, own }) => el('li', {}, `${shortName(variable, ward)} ${SIGN[side]} ${format.quantity(variable, limit)} ${STARS[priority] ?? ''}${own ? ` · ${word('ofPatient')}` : ''}`));
  const list = lines.length ? el('ul', {}, ...lines) : el('p', { class: 'quiet' }, word('noLimits'));
  return [el('p', { class: 'quiet' }, word('noCharts')), el('section', { class: 'past-limits' }, el('h3', {}, word('limits')), list)];
}
