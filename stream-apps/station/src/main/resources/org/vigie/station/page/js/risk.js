// @ts-check
import { el } from './dom.js';
import * as format from './format.js';
import { either, named, t } from './i18n.js';
import { shortName } from './incident.js';
import { awaitsEstimate, ownEstimate } from './notes.js';

/** A model's risk: of what, until when, whom the model learnt from, what moved it. It is never shown beside a present that differs from its window. */

/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {import('./model.js').Ward} Ward */

/** An explanation older than this beside its score would be mistaken for the score's. */
const EXPLANATION_LIMIT_MS = 2 * 3600 * 1000;

/**
 * Why no risk is shown, or null. The station decides it; only the age of a score goes on here.
 * @param {import('./model.js').Risk} risk @param {number} now
 */
export function riskAbsent(risk, now) {
  if (risk.absent || risk.probability === undefined) return risk.absent ?? 'UNAVAILABLE';
  return now - risk.windowEnd > risk.limitMs ? 'STALE' : null;
}

/** @param {Bed} bed @param {number} now @param {Ward} ward @param {(variable: string) => string} name */
export function risk(bed, now, ward, name) {
  const { risk: given } = bed;
  if ((bed.score ?? ward.display.score) === 'OFF') return el('p', { class: 'block' }, t('riskOff'));
  if (!given) return el('p', { class: 'block' }, named(t('riskLong'), `-- · ${t('noRisk')}`));
  const absent = riskAbsent(given, now);
  if ((!absent || absent === 'AWAITS_ESTIMATE') && awaitsEstimate(bed, ward)) return el('p', { class: 'block' }, el('strong', {}, named(t('riskLong'), `-- · ${t('afterEstimate')}`)));
  const own = ownEstimate(bed, now);
  const head = absent ? `-- · ${whyAbsent(given, absent, ward, name)}` : `${format.chance(given.probability ?? NaN)}${interval(given)}`;
  const course = absent || given.survival7d === undefined ? [] : [courseText(given)];
  const text = el(
    'p',
    {},
    el('strong', {}, named(t('riskLong'), head)),
    ...[
      ...(own ? [t('ownEstimate', { percent: format.number(own.percent), time: format.minute(own.at, now) })] : []),
      t('notForDiagnosis'),
      t('riskAt', { time: format.when(given.windowEnd, now), hours: given.hoursSeen, until: format.minute(given.windowEnd + given.limitMs, now) }),
      ...course,
      t('modelName', { model: `${given.model} ${given.modelVersion}` }),
      t('imputed', { share: format.percent(given.imputedShare) }),
    ].flatMap((line) => [el('br'), line]),
  );
  return el('div', { class: 'block' }, text, validity(given, ward), ...(absent ? [] : why(given, now, name)));
}

/** Whom the model learnt from, by the card of the very model that scored. @param {import('./model.js').Risk} risk @param {Ward} ward */
function validity({ modelDigest }, ward) {
  const card = ward.models.find(({ digest }) => digest === modelDigest);
  if (!card?.population) return el('p', { class: 'why validity' }, t('validityUnknown'));
  const learnt = t('learntFrom', { stays: format.number(card.staysLearnt), population: either(card.population.fr, card.population.en) });
  const limits = card.limits.map((limit) => el('li', { lang: 'en' }, limit));
  return el('details', { class: 'why validity' }, el('summary', {}, learnt), el('ul', {}, ...limits));
}

/** @param {import('./model.js').Risk} risk @param {string} absent @param {Ward} ward @param {(variable: string) => string} name */
function whyAbsent(risk, absent, ward, name) {
  const variables = risk.hiddenBy.map((variable) => shortName(variable, ward)).join(', ');
  const reason = t(/** @type {any} */ (absent), { share: format.percent(risk.imputedShare), variables });
  if (absent === 'ABSTAINED') {
    // The scorer's own words say the same in English, with the catalogue's code.
    return risk.mostHelpful ? `${reason} · ${t('mostHelpful', { variable: name(risk.mostHelpful) })}` : reason;
  }
  return `${reason}${absent === 'UNAVAILABLE' && risk.detail ? ` (${risk.detail})` : ''}`;
}

/** The interval of a risk, with its unit once: `(18 – 30 %)`; nothing where the model gave none. @param {import('./model.js').Risk} risk */
export const interval = ({ low, high }) => (low === undefined || high === undefined ? '' : ` (${format.chance(low).replace(/\s%$/, '')} – ${format.chance(high)})`);

/** @param {import('./model.js').Risk} risk */
function courseText({ survival7d, survival30d, losDays }) {
  return t('course', { week: format.chance(survival7d ?? NaN), month: format.chance(survival30d ?? NaN), days: format.number(losDays ?? NaN) });
}

/** What moved the score most. @param {import('./model.js').Risk} risk @param {number} now @param {(variable: string) => string} name */
function why({ contributions, explainedAt, windowEnd }, now, name) {
  if (!contributions.length || explainedAt === undefined) return [];
  const time = format.when(explainedAt, now);
  if (windowEnd - explainedAt > EXPLANATION_LIMIT_MS) return [el('p', { class: 'why' }, t('becauseOld', { time, age: format.age(windowEnd - explainedAt) }))];
  const most = Math.max(...contributions.map(({ logOdds }) => Math.abs(logOdds)));
  return [el('p', { class: 'why' }, t('because', { time })), el('ul', { class: 'contributions' }, ...contributions.map((each) => contribution(each, most, name)))];
}

/**
 * A variable with a bar: to the right it raises the risk, to the left it lowers it.
 * @param {import('./model.js').Contribution} given @param {number} most the largest size in the list @param {(variable: string) => string} name
 */
function contribution({ variable, hour, value, measured, logOdds }, most, name) {
  const what = [name(variable), value === undefined ? '' : format.quantity(variable, value), measured ? '' : t('notMeasured')];
  const at = hour === undefined ? '' : ` · ${t('atHour', { hour })}`;
  const size = el('span');
  size.style.setProperty('--share', `${Math.round((100 * Math.abs(logOdds)) / most)}%`);
  const raises = logOdds > 0;
  const weight = el('span', { class: 'weight', role: 'img', 'aria-label': t(raises ? 'raisesRisk' : 'lowersRisk') }, size);
  return el('li', raises ? { class: 'raises' } : {}, `${raises ? '▲' : '▼'} ${what.filter(Boolean).join(' ')}${at}`, weight);
}
