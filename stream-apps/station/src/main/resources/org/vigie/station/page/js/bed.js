// @ts-check
import { BedAccesses } from './accesses.js';
import { statusLines } from './alarmrow.js';
import { shelfChange } from './changes.js';
import { draw } from './chart.js';
import { byId, el, setText } from './dom.js';
import * as format from './format.js';
import { either, language, named, reasonText, staticName, t } from './i18n.js';
import { BedHistory } from './history.js';
import { PatientLimits } from './limits.js';
import { SHAPES, sample } from './marks.js';
import { EstimateForm, StayNotes, doubtText, limitationText } from './notes.js';
import { risk } from './risk.js';
import { actions, buttons, isInHand, pausedText, unansweredFor, unansweredText, verdicts } from './orders.js';
import { durationText, liveSentence, monitorText, shortName } from './incident.js';
import { ScorePassport } from './passport.js';
import { changeShape, changeWords, isPast, laterChange, pastLimits } from './past.js';
import { canCall } from './service.js';
import { shelvesOver } from './shelves.js';
import { STARS } from './priority.js';
import { attributed, identifiers, person, switchText } from './tile.js';
import { beyondText, contradiction, inputNames, triageBadge, triageReason } from './triage.js';
import { isUnknownBed } from './model.js';
import { askTrend } from './trend.js';
import { isDoubtful, isStale, isSwitched } from './vital.js';

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {import('./chart.js').Line} Line */
/** @typedef {{from: number, now: number, hours: number, lines: Line[], limits?: import('./model.js').LimitInForce[],
 *   arrivals?: import('./chart.js').Arrival[]}} Trend */

const REFRESH_MS = 5000;
/** Says that nobody uses the screen: such a request keeps no session from its lock. */
const BY_ITSELF = { headers: { 'X-Vigie-Refresh': 'true' } };
/** @type {Record<string, string>} */
const SIGN = { BELOW: '<', ABOVE: '>' };
/** Variables of one chart share a unit. @type {{title: import('./i18n.js').Key, names: string[], first?: boolean}[]} */
const CHARTS = [
  { title: 'hr', names: ['hr', 'pulse_spo2'], first: true },
  { title: 'spo2', names: ['spo2'] },
  { title: 'rr', names: ['rr'] },
  { title: 'abp', names: ['abp_sys', 'abp_mean', 'abp_dia'] },
  { title: 'nibp', names: ['nibp_sys', 'nibp_mean', 'nibp_dia'] },
  { title: 'icp', names: ['icp'] },
  { title: 'cpp', names: ['cpp'] },
  { title: 'cvp', names: ['cvp'] },
  { title: 'etco2', names: ['etco2'] },
  { title: 'fio2', names: ['fio2'] },
  { title: 'peep', names: ['peep'] },
  { title: 'noradrenaline', names: ['noradrenaline'] },
  { title: 'temp', names: ['temp'] },
];

/** One bed: its trends and everything that is known of it. */
export class BedDialog {
  /** @param {Ward} ward */
  constructor(ward) {
    this.ward = ward;
    this.dialog = /** @type {HTMLDialogElement} */ (byId('bed-dialog'));
    this.bed = '';
    this.hours = 1;
    /** @type {{destroy: () => void}[]} */
    this.plots = [];
    this.shownAlarms = '';
    this.parts = this.#newParts();
    setInterval(() => this.dialog.open && this.#drawTrends(BY_ITSELF), REFRESH_MS);
    addEventListener('resize', () => this.dialog.open && this.#drawTrends());
  }

  /** @param {string} bed */
  open(bed) {
    this.bed = bed;
    this.#build();
    if (!this.dialog.open) {
      this.dialog.showModal();
      // A dialog keeps its place: another bed would begin in the middle of its values.
      this.dialog.scrollTop = 0;
    }
    this.alarmsChanged();
    this.#drawTrends();
  }

  /** Shows what changed, while open. @param {string} bed */
  changed(bed) {
    if (this.dialog.open && bed === this.bed) this.#showFacts();
  }

  /** After a change of language. */
  rebuild() {
    if (this.dialog.open) this.open(this.bed);
  }

  /** The parts of the dialog, new for each bed that is opened. */
  #newParts() {
    return {
      charts: el('div', { class: 'charts' }),
      arrivals: el('p', { class: 'arrivals' }),
      person: el('div', { class: 'bed-person' }),
      score: el('div'),
      values: el('div'),
      alarms: el('section', { class: 'block', 'aria-label': t('alarms') }),
      limits: new PatientLimits(this.ward, this.bed),
      notes: new StayNotes(this.ward, this.bed),
      estimate: new EstimateForm(this.ward, this.bed),
      passport: new ScorePassport(this.ward, this.bed),
      history: new BedHistory(this.ward, this.bed, (variable) => this.#name(variable)),
      accesses: new BedAccesses(this.ward, this.bed),
    };
  }

  #build() {
    const close = el('button', { type: 'button', class: 'close' }, t('close'));
    close.addEventListener('click', () => this.dialog.close());
    this.parts = this.#newParts();
    this.shownAlarms = '';
    this.dialog.replaceChildren(
      el('header', { class: 'dialog-head' }, el('h2', { id: 'bed-title' }, `${t('bed')} ${this.bed}`), this.#spans(), close),
      el('div', { class: 'bed-columns' }, el('section', { 'aria-label': t('trends') }, this.parts.charts, this.parts.arrivals, key()), this.#side()),
    );
    this.#showFacts();
  }

  /** Who lies there and what is wrong stands above what a person may set; the long table of values comes last. */
  #side() {
    const { person, alarms, limits, notes, score, estimate, passport, history, accesses, values } = this.parts;
    return el('div', { class: 'bed-facts', tabindex: '0', role: 'region', 'aria-label': t('bedFacts') }, person, alarms, orderAnswer(), limits.node, notes.node, score, estimate.node, passport.node, history.node, accesses.node, values);
  }

  /** Draws the bed's alarms anew only when one of them changed: a click under way is not lost. */
  alarmsChanged() {
    if (!this.dialog.open) return;
    const alerts = this.ward.openAlarms(this.bed);
    const monitors = this.ward.monitorAlarms(this.bed);
    const called = canCall(this.ward.service, this.ward.wall());
    const shelves = this.#shelves();
    const shown = [language(), called, ...alerts.map((alert) => `${alert.alert} ${alert.revision}`), JSON.stringify(monitors), shelves.map(({ key }) => key)].join();
    if (shown === this.shownAlarms) return;
    this.shownAlarms = shown;
    this.parts.alarms.replaceChildren(...alerts.sort((a, b) => STARS[b.priority].length - STARS[a.priority].length).flatMap((alert) => alarm(alert, this.ward, called)), ...monitors.flatMap(monitorAlarm), ...shelves.flatMap(({ nodes }) => nodes()));
  }

  /** The shelves whose alarm is over, each with its button. */
  #shelves() {
    const bed = this.ward.beds.get(this.bed);
    const now = this.ward.now() ?? this.ward.wall();
    return bed ? shelvesOver(bed, this.ward, now).map((shelf) => ({ key: `${shelf.alert} ${shelf.until}`, nodes: () => shelfOver(shelfChange(bed, shelf, now)) })) : [];
  }

  #spans() {
    const buttons = [1, 6, 24, 48].map((hours) => {
      const button = el('button', { type: 'button', 'aria-pressed': String(hours === this.hours), 'data-hours': String(hours) }, t('hours', { hours }));
      button.addEventListener('click', () => this.#span(hours, buttons));
      return button;
    });
    return el('div', { class: 'switch', role: 'group', 'aria-label': t('span') }, ...buttons);
  }

  /** @param {number} hours @param {HTMLButtonElement[]} buttons */
  #span(hours, buttons) {
    this.hours = hours;
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.hours === String(hours))));
    this.#drawTrends();
  }

  /** @param {RequestInit} how */
  async #drawTrends(how = {}) {
    const { bed, hours } = this;
    if (isPast()) {
      this.parts.charts.replaceChildren(...pastLimits(bed, this.ward));
      return;
    }
    const answer = await askTrend(bed, hours, how);
    if (bed !== this.bed || hours !== this.hours) return;
    if ('instead' in answer) {
      this.#drawNone(answer.instead);
      return;
    }
    try {
      this.#draw(answer.trend);
    } catch {
      this.#drawNone('trendFailed');
    }
  }

  /** No trend stays when the newest one is not known: it would be read as the present. @param {'trendLocked' | 'trendFailed'} why */
  #drawNone(why) {
    setText(this.parts.arrivals, '');
    this.parts.charts.replaceChildren(el('p', { class: 'quiet' }, t(why)));
  }

  /** @param {Trend} trend */
  #draw(trend) {
    const lines = new Map(trend.lines.map((line) => [line.variable, line]));
    setText(this.parts.arrivals, arrivalsText(trend.arrivals ?? [], trend.now));
    const shown = CHARTS.map((chart) => ({ ...chart, lines: this.#linesOf(chart, lines) })).filter((chart) => chart.lines.length);
    if (!shown.length) {
      this.parts.charts.replaceChildren(el('p', { class: 'quiet' }, t('noTrend')));
      return;
    }
    const height = Math.max(120, Math.floor((innerHeight * 0.94 - 150) / shown.length) - 8);
    const places = shown.map((chart) => this.#place(chart, this.#limits(chart.lines, trend.limits ?? [])));
    this.parts.charts.replaceChildren(...places.map(({ row }) => row));
    this.plots.forEach((plot) => plot.destroy());
    this.plots = places.map(({ place, limits }, i) => {
      return draw(place, shown[i].lines, { ...trend, height, limits, alarms: this.#alarms(shown[i].names) });
    });
  }

  /** The limits in force at the bed, of the rules and of this patient, with their names. @param {{variable: string}[]} lines @param {import('./model.js').LimitInForce[]} limits */
  #limits(lines, limits) {
    const several = lines.length > 1;
    return limits
      .filter(({ variable }) => lines.some((line) => line.variable === variable))
      .sort((a, b) => lines.findIndex((line) => line.variable === a.variable) - lines.findIndex((line) => line.variable === b.variable) || a.limit - b.limit)
      .map(({ variable, side, priority, limit, own }) => {
        const value = `${several ? `${shortName(variable, this.ward)} ` : ''}${SIGN[side]} ${format.measure(variable, limit)} ${STARS[priority]}`;
        return { value: limit, priority, text: own ? t('patientLimitLine', { value }) : value };
      });
  }

  /** When the conditions of the bed's alarms began and the alarms were raised, for the variables of a chart; cleared ones too. @param {string[]} names */
  #alarms(names) {
    return [...this.ward.alerts.values()]
      .filter((alert) => alert.bed === this.bed && this.ward.isOfOccupant(alert) && alert.variables.some((variable) => names.includes(variable)))
      .map(({ onset, raisedAt, priority }) => ({ onset, t: raisedAt, priority }));
  }

  /** Of a second choice (pulse for heart rate) only when the first has nothing. @param {{names: string[], first?: boolean}} chart @param {Map<string, Line>} lines */
  #linesOf({ names, first }, lines) {
    const found = names.flatMap((name) => lines.get(name) ?? []);
    return first ? found.slice(0, 1) : found;
  }

  /** @param {typeof CHARTS[number] & {lines: {variable: string}[]}} chart @param {{value: number, text: string, priority: string}[]} limits */
  #place({ title, lines }, limits) {
    const place = el('div', { class: 'chart', role: 'img', 'aria-label': `${t(title)} ${t('hours', { hours: this.hours })}` });
    const label = el('p', { class: 'chart-title' }, el('strong', {}, t(/** @type {any} */ (title))), ` ${format.unitOf(lines[0].variable)}`, el('span', { class: 'chart-limits' }, ...limits.map(({ text, priority }) => el('span', { 'data-limit': priority }, text))));
    return { place, limits, row: el('div', { class: 'chart-row' }, label, place) };
  }

  #showFacts() {
    this.alarmsChanged();
    const bed = this.ward.beds.get(this.bed);
    if (!bed) return;
    const now = this.ward.now() ?? 0;
    this.parts.person.replaceChildren(who(bed, now), triage(bed, this.ward));
    this.parts.score.replaceChildren(risk(bed, now, this.ward, (variable) => this.#name(variable)));
    this.parts.values.replaceChildren(this.#values(bed, now));
    this.#showLive(now);
    this.parts.limits.node.hidden = !bed.occupant;
    this.parts.limits.show();
    this.parts.notes.node.hidden = !bed.occupant;
    this.parts.notes.show();
    this.parts.estimate.show();
    this.parts.passport.show();
    this.parts.history.show();
    this.parts.accesses.show();
  }

  /** The present values beside each alarm of the bed. @param {number} now */
  #showLive(now) {
    for (const node of this.parts.alarms.querySelectorAll('[data-live]')) {
      const alert = this.ward.alerts.get(node.getAttribute('data-live') ?? '');
      if (alert) setText(node, liveText(alert, this.ward, now));
    }
  }

  /** @param {Bed} bed @param {number} now */
  #values(bed, now) {
    const head = el('tr', {}, ...[t('variable'), t('value'), t('age'), t('source')].map((text) => el('th', { scope: 'col' }, text)));
    const others = bed.others ?? [];
    const rows = bed.values.flatMap((value) => [
      this.#value(value, now),
      ...others.filter((other) => other.variable === value.variable).map((other) => this.#value(other, now, true)),
    ]);
    return el('table', { class: 'facts' }, el('caption', {}, t('values')), el('thead', {}, head), el('tbody', {}, ...rows));
  }

  /** @param {string} variable */
  #name(variable) {
    const known = this.ward.variables.get(variable);
    return known ? either(known.labelFr, known.labelEn) : staticName(variable);
  }

  /** @param {import('./model.js').Value} value @param {number} now @param {boolean} other a source that is not followed */
  #value(value, now, other = false) {
    const known = this.ward.variables.get(value.variable);
    const stale = isStale(value, now);
    const suspect = !stale && value.verdict === 'SUSPECT';
    const number = stale ? '--' : format.quantity(value.variable, value.value ?? NaN);
    const beyond = value.violates ? t('violates', { limit: `${value.violates.side === 'BELOW' ? '<' : '>'} ${format.measure(value.variable, value.violates.limit)}` }) : '';
    const why = stale ? staleText(value, now) : suspect ? suspectText(value, now) : beyond;
    const change = other ? undefined : laterChange(this.bed, value.variable);
    return el(
      'tr',
      { class: [stale ? 'stale' : suspect ? 'suspect' : value.violates ? 'violates' : '', other ? 'other' : ''].filter(Boolean).join(' '), ...(value.violates && !stale ? { 'data-violates': value.violates.priority } : {}) },
      el('th', { scope: 'row' }, known ? either(known.labelFr, known.labelEn) : value.variable, other ? el('span', { class: 'why' }, t('otherSource')) : ''),
      el('td', change ? { 'data-changed': changeShape(change) } : {}, number, why ? el('span', { class: 'why' }, why) : '', change ? el('span', { class: 'why' }, changeWords(change, this.ward)) : ''),
      el('td', {}, `${format.age(now - value.asOf)}`, el('span', { class: 'why' }, format.when(value.asOf, now))),
      el(
        'td',
        {},
        value.source,
        el('span', { class: 'why' }, value.device),
        value.channel ? el('span', { class: 'why channel' }, value.channel) : '',
        isSwitched(value, now) ? el('span', { class: 'why' }, `⇄ ${switchText(value, now)}`) : '',
      ),
    );
  }
}

/** Why a value is suspect, and that somebody must look when it has been so for long. @param {import('./model.js').Value} value @param {number} now */
const suspectText = (value, now) => `? ${reasonText(value.reason)}${isDoubtful(value, now) ? ` · ${t('checkSince', { time: format.minute(value.doubtfulSince ?? now, now) })}` : ''}`;

/** When the patient came to each bed; the charts mark it with a triangle. @param {import('./chart.js').Arrival[]} arrivals @param {number} now */
const arrivalsText = (arrivals, now) => arrivals.map(({ at, bed }) => `▲ ${t('arrival', { bed, time: format.when(at, now) })}`).join(' · ');

/** Why a value has no number, and what was measured last: never without its time. @param {import('./model.js').Value} value @param {number} now */
function staleText({ variable, because, value, last = value, verdict, asOf }, now) {
  const why = because === 'NONE' ? t('stale') : reasonText(because);
  if (last === undefined) return why;
  const number = `${format.quantity(variable, last)}${verdict === 'SUSPECT' ? ' ?' : ''}`;
  return `${why} · ${t('lastMeasured', { value: number, time: format.minute(asOf, now) })}`;
}

/** Who lies in the bed, what must not be done (LATA), and who is in charge. @param {Bed} bed @param {number} now */
function who(bed, now) {
  const { occupant } = bed;
  const unknown = isUnknownBed(bed.bed) ? t('unknownBed') : '';
  if (!occupant) return el('p', {}, [unknown, t('free')].filter(Boolean).join(' · '));
  const [patient, stay] = identifiers(occupant);
  const words = [unknown, patient, person(occupant), attributed(occupant, now)].filter(Boolean);
  const limitation = limitationText(bed);
  const lata = limitation ? [el('br'), el('span', { class: 'lata' }, t('lata')), ` ${limitation}`] : [];
  const doubt = doubtText(bed, now) ? [el('br'), el('span', { class: 'patient-rules' }, doubtText(bed, now))] : [];
  const nurse = bed.notes?.nurse ? [el('br'), named(t('nurseInCharge'), bed.notes.nurse.nurse)] : [];
  return el('p', { class: 'person' }, el('strong', {}, words.join(' · ')), ...(stay ? [el('br'), `${t('stay')} ${stay}`] : []), ...lata, ...doubt, ...nurse);
}

/** @param {Bed} bed @param {Ward} ward */
function triage(bed, ward) {
  const { triage: given } = bed;
  const { level, text, why } = triageBadge(bed, ward);
  const badge = el('span', { class: 'triage', 'data-level': level }, text);
  if (!given || why) return el('p', { class: 'block' }, badge, ` ${why}`);
  const complete = given.news2Low === given.news2High;
  const score = complete
    ? t('news2', { score: given.news2Low })
    : t('news2Incomplete', { low: given.news2Low, high: given.news2High, missing: inputNames(given.missing, ward) });
  const scale = given.news2Scale === 2 ? ` · ${t('news2Scale2')}` : '';
  const all = either(/** @type {any} */ (given.reasonsFr), /** @type {any} */ (given.reasonsEn));
  const { attention } = given;
  const reasons = attention ? [...either(/** @type {any} */ (attention.reasonsFr), /** @type {any} */ (attention.reasonsEn)), ...sofa(attention, ward)] : given.held ? [triageReason(bed, ward)] : [...all];
  const pending = contradiction(bed, ward.now() ?? 0);
  const first = pending ? [el('li', {}, el('strong', {}, t('toConfirm', { value: beyondText(pending, ward) })))] : [];
  return el(
    'div',
    { class: 'block' },
    el('p', {}, badge, ` ${score}${scale}`),
    el('ul', {}, ...first, ...reasons.map((reason) => el('li', {}, reason))),
    ...(attention ? [] : [secondLook(given)]),
  );
}

/** The first word of the French reason that names what an attention level lacks. */
const LACKS = 'Manque';

/** SOFA-2 with its change, and what the attention level lacks where no reason says it. @param {import('./model.js').Attention} attention @param {Ward} ward */
function sofa({ sofaLow, sofaHigh, sofaChange, missing, reasonsFr }, ward) {
  const points = sofaLow === sofaHigh ? `${sofaLow}` : `${sofaLow}–${sofaHigh}`;
  const change = sofaChange === undefined ? '' : ` (${sofaChange > 0 ? '+' : ''}${sofaChange} / 24 h)`;
  return [sofaLow === undefined ? '' : `SOFA-2 ${points}${change}`, missing.length && !reasonsFr.some((reason) => reason.startsWith(LACKS)) ? t('attentionMissing', { missing: inputNames(missing, ward) }) : ''].filter(Boolean);
}

/** A model's word beside the rules' level, never instead of it. @param {import('./model.js').Triage} triage */
function secondLook({ level, second }) {
  const said = second?.level === undefined ? '--' : t('secondLevel', { level: second.level });
  const none = level === 'UNKNOWN' ? t('secondNotWithoutLevel') : t('secondNone');
  const notes = second ? either(/** @type {any} */ (second.notesFr), /** @type {any} */ (second.notesEn)) : [none];
  const urgent = second?.level === undefined ? [] : [t('secondUrgent', { share: format.chance(second.probabilities[0] + second.probabilities[1]) })];
  const lines = [...urgent, ...notes, ...(second ? [t('modelName', { model: second.model.replace(/@.*/, '').replace('/', ' ') })] : [])];
  return el('div', { class: 'second-look' }, el('p', {}, el('strong', {}, named(t('secondLook'), said))), el('p', { class: 'why' }, lines.join(' · ')), el('p', { class: 'why' }, t('secondOnly')));
}

/** @param {import('./model.js').Alert} alert @param {Ward} ward @param {boolean} called whether a call can leave the page */
function alarm(alert, ward, called) {
  const now = ward.now() ?? 0;
  const bar = el(
    'p',
    { class: 'bar alarm', 'data-priority': alert.priority, 'data-kind': alert.kind, 'data-in-hand': String(isInHand(alert)) },
    el('span', { class: 'mark' }, STARS[alert.priority]),
    el('span', { class: 'text' }, either(alert.messageFr, alert.messageEn)),
    el('span', { class: 'detail' }, format.when(alert.raisedAt, now)),
  );
  const live = el('span', { class: 'live-value', 'data-live': alert.alert }, liveText(alert, ward, now));
  return [bar, live, ...statusLines(alert, ward, now, called), buttons(alert, [...actions(alert), ...verdicts()])];
}

/** @param {import('./model.js').Alert} alert @param {Ward} ward @param {number} now */
function liveText(alert, ward, now) {
  const live = liveSentence([alert], ward, now);
  return [live ? t('presently', { values: live }) : '', durationText(alert, now), [unansweredText([alert], now), unansweredFor([alert], now)].filter(Boolean).join(', '), pausedText([alert], now)].filter(Boolean).join(' · ');
}

/** @param {import('./model.js').MonitorAlarm} given */
function monitorAlarm(given) {
  const words = [monitorText(given), given.value, given.device].filter(Boolean).join(' · ');
  const bar = el('p', { class: 'bar monitor', 'data-priority': given.priority }, el('span', { class: 'mark' }, STARS[given.priority] ?? '·'), el('span', { class: 'text' }, named(t('ofMonitor'), words)), el('span', { class: 'detail' }, format.minute(given.raisedAt, given.lastAt)));
  return [bar, el('span', { class: 'done' }, t('onMonitor'))];
}

/** A shelf whose alarm is over. @param {import('./changes.js').Change} change */
function shelfOver({ what, until, who, end }) {
  return [el('p', { class: 'shelf' }, [what, until, who].join(' · ')), ...(end ? [end()] : [])];
}

function orderAnswer() {
  return el('p', { class: 'order-answer', role: 'status' });
}

function key() {
  const entry = (/** @type {keyof typeof SHAPES} */ shape, /** @type {string} */ text) => el('li', {}, sample(SHAPES[shape]), text);
  return el(
    'ul',
    { class: 'chart-key' },
    el('li', {}, el('span', { class: 'sample-line', 'aria-hidden': 'true' }), t('legendKept')),
    entry('suspect', t('legendSuspect')),
    entry('estimated', t('legendEstimated')),
    entry('carried', t('legendCarried')),
    entry('normal', t('legendNormal')),
    entry('rejected', t('legendRejected')),
    el('li', {}, el('span', { class: 'sample-limit', 'aria-hidden': 'true' }), t('legendLimit')),
    el('li', {}, el('span', { class: 'sample-alarm', 'aria-hidden': 'true' }), t('legendAlarm')),
  );
}
