// @ts-check
import { byId, el, fitText, setAttribute, setParts, setText, svg, windowText } from './dom.js';
import * as format from './format.js';
import { named, reasonText, t } from './i18n.js';
import { causeFirst, liveWordings, messageOf, monitorText, shortName } from './incident.js';
import { isUnknownBed } from './model.js';
import { doubtText, limitationText } from './notes.js';
import { done, isInHand } from './orders.js';
import { RANK, STARS } from './priority.js';
import { changeShape, changeWords, isPast, laterChange } from './past.js';
import { changeOf, linesOf } from './smalltrend.js';
import { steadyNow } from './steady.js';
import { interval, riskAbsent } from './risk.js';
import { canCall } from './service.js';
import { shelfName, shelvesOf } from './shelves.js';
import { TileRoom } from './tileroom.js';
import { triageBadge, triageReason } from './triage.js';
import { isProcessed } from './unwatched.js';
import { PLACES, choose, feedInterval, isDoubtful, isStale, isSwitched, isWatched, lastMeasured, profileValues } from './vital.js';

/** @typedef {import('./model.js').Bed} Bed */
/** @typedef {import('./model.js').Alert} Alert */
/** @typedef {import('./model.js').Ward} Ward */

/** Levels whose reason a quiet tile tells: an urgent patient without an alarm must not be a riddle. */
const URGENT = ['TRI_1', 'TRI_2', 'TRI_3A', 'ATTENTION_HIGH', 'ATTENTION_MEDIUM', 'ATTENTION_PENDING'];

/** @type {Record<string, string>} */
const SIGN = { BELOW: '<', ABOVE: '>' };

/** Vital signs with a line, in the order of the large numbers. */
const LINES = ['hr', 'spo2'];

/** Letters of the longest number in letters of full size: `130/72`. */
const LONGEST = 6;

/** A tile that was drawn so short a time ago is not drawn by the clock; a change is always drawn. */
const FRESH_MS = 900;

/** A trend of an hour moves by less than a pixel in this time. */
const TREND_MS = 5000;

/** The least change of a temperature that an arrow shows, in degrees: a unit default. */
const TEMPERATURE_STEP = 0.5;

/** One bed of the grid. Built once; afterwards only what changed is written. */
export class Tile {
  /** @param {string} name @param {(bed: string) => void} open */
  constructor(name, open) {
    this.name = name;
    const [unit, number] = bedParts(name);
    this.open = el('button', { type: 'button', class: 'bed-name' }, el('span', { class: 'bed-unit' }, unit), el('span', { class: 'bed-number' }, number));
    this.open.style.setProperty('--letters', String(number.length));
    this.open.addEventListener('click', () => open(name));
    this.who = el('span', { class: 'who whole-parts' });
    this.scale = el('span', { class: 'scale', hidden: '' });
    this.lata = el('span', { class: 'lata', hidden: '' });
    this.doubt = el('span', { class: 'patient-doubt', hidden: '' });
    this.feed = el('span', { class: 'feed', hidden: '' });
    this.triage = el('span', { class: 'triage' });
    this.shelved = el('span', { class: 'bell-off', role: 'img' });
    this.monitor = bar('monitor');
    this.alarm = bar('alarm');
    this.technical = bar('technical');
    this.triageReason = el('p', { class: 'triage-reason' });
    this.vitals = new Map(PLACES.map(({ place }) => [place, vital(place)]));
    this.trends = new Map(LINES.map((variable) => [variable, svg('svg', { class: 'small-trend', viewBox: '0 0 100 20', preserveAspectRatio: 'none', 'data-trend': variable, 'aria-hidden': 'true' })]));
    /** Whose trends were drawn, and when. */
    this.trendOf = { stay: '', at: -Infinity };
    this.drawnAt = -Infinity;
    this.profile = el('p', { class: 'profile' });
    this.profileShown = '';
    /** Where the line of the profile gave way to an alarm: how many of its values are not seen. */
    this.profileMore = el('span', { class: 'profile-more' });
    this.risk = el('span', { class: 'whole-parts' }, el('strong', { class: 'part' }));
    this.riskModel = el('span');
    this.riskLine = el('p', { class: 'risk' }, this.risk, this.riskModel);
    const places = [...this.vitals.values()];
    const numbers = el('div', { class: 'vitals' }, ...places.map(({ node }) => node), ...this.trends.values());
    this.node = el(
      'li',
      { class: 'tile', 'data-bed': name },
      el('header', { class: 'tile-head' }, this.open, this.shelved, el('p', { class: 'tile-sub' }, this.lata, this.doubt, this.who, this.feed, this.scale), this.triage),
      el('div', { class: 'bars' }, this.alarm.node, this.monitor.node, this.technical.node, this.triageReason, this.profileMore),
      numbers,
      this.profile,
      this.riskLine,
    );
    this.room = new TileRoom(this.node, numbers, { places, bars: [this.alarm, this.monitor, this.technical], lines: [this.profile, this.riskLine] });
  }

  /** Whether the tile was drawn within the last second, so that no number on it has grown older. */
  isFresh() {
    return steadyNow() - this.drawnAt < FRESH_MS;
  }

  /** @param {Bed} bed @param {Ward} ward */
  show(bed, ward) {
    const at = ward.now() ?? 0;
    this.drawnAt = steadyNow();
    setAttribute(this.open, 'aria-label', t('openBed', { bed: bed.bed }));
    this.node.classList.toggle('free', !bed.occupant);
    this.node.classList.toggle('unknown-bed', isUnknownBed(bed.bed));
    setAttribute(this.node, 'data-published-at', bed.newest ? String(bed.newest.publishedAt) : null);
    const watched = !bed.occupant || (isWatched(bed.values, at) && isProcessed(ward, bed.bed));
    this.#showTriage(bed, ward);
    this.#showFeed(bed, at);
    this.#showShelves(bed, at);
    this.node.classList.toggle('unwatched', !watched);
    // The arrow takes room beside the limit of the temperature, so that it is written before the limit is fitted.
    this.#showTemperature(bed, ward, at);
    this.#showTrends(bed, ward, at);
    this.#showLimitation(bed);
    this.#showDoubt(bed, at);
    const fitted = () => this.#showFitted(bed, ward, at, watched);
    fitted();
    this.room.fit(fitted);
    if (isPast()) this.#showLaterChanges(bed, ward);
  }

  /** All words that are fitted to their place: each step that makes room for the numbers changes some places. @param {Bed} bed @param {Ward} ward @param {number} at @param {boolean} watched */
  #showFitted(bed, ward, at, watched) {
    // The mark of its hidden values takes room beside the words of an alarm.
    this.#showProfile(bed, at);
    this.#showAlarms(bed, ward, at, watched);
    this.#showVitals(bed, at);
    this.#showRisk(bed, at, bed.score ?? ward.display.score);
    this.#showWho(bed, at);
  }

  /** What the room of the tile's words depends on. */
  #roomText() {
    return `${roomText()} ${this.room.step}`;
  }

  /** On a page of an earlier time: marks the numbers that a later record changed. @param {Bed} bed @param {Ward} ward */
  #showLaterChanges(bed, ward) {
    const values = new Map(bed.values.map((value) => [value.variable, value]));
    const mark = (/** @type {HTMLElement} */ node, /** @type {string[]} */ names) => {
      const changes = names.flatMap((name) => laterChange(bed.bed, name) ?? []);
      setAttribute(node, 'data-changed', changeShape(changes[0]) || null);
      if (changes.length) setAttribute(node, 'title', changes.map((change) => changeWords(change, ward)).join('\n'));
    };
    for (const place of PLACES) mark(/** @type {ReturnType<typeof vital>} */ (this.vitals.get(place.place)).node, choose(values, place, ward.now() ?? 0).names);
    for (const node of this.profile.querySelectorAll('.profile-value')) mark(/** @type {HTMLElement} */ (node), [node.getAttribute('data-variable') ?? '']);
  }

  /** Who lies in the bed, beside the marks of the same line: written after them, because they take its room. @param {Bed} bed @param {number} at */
  #showWho(bed, at) {
    const words = separated([isUnknownBed(bed.bed) ? t('unknownBed') : '', ...this.#who(bed, at)]);
    const marks = [this.lata, this.feed, this.scale, this.doubt].map((node) => (node.hidden ? '' : node.textContent));
    // The smallest tile has no place for who lies in the bed.
    const placed = !bed.occupant || byId('beds').dataset.density !== 'dense';
    setParts(this.who, words, placed ? `${this.#roomText()} ${marks.join()} ${this.triage.textContent}` : undefined);
    const scale = this.who.classList.contains('crowded') ? marks[2] : '';
    setAttribute(this.who, 'title', [bed.occupant?.conflictSince === undefined ? (bed.occupant?.patient ?? '') : '', this.who.textContent, scale, doubtText(bed, at)].filter(Boolean).join(' · ') || null);
  }

  /** A crossed bell while a rule is shelved, whether or not its alarm is still open. @param {Bed} bed @param {number} now */
  #showShelves(bed, now) {
    const held = shelvesOf(bed, now);
    const text = held.map((shelf) => t('shelved', { rule: shelfName(shelf), time: format.minute(shelf.until, now) })).join(' · ');
    this.shelved.hidden = !held.length;
    setAttribute(this.shelved, 'aria-label', text || null);
    setAttribute(this.shelved, 'title', text || null);
  }

  /** @param {Bed} bed @param {number} now @returns {string[]} the most important first */
  #who({ occupant, notes }, now) {
    if (!occupant) return [t('free')];
    if (occupant.provisional) return [t('provisional')];
    if (occupant.conflictSince !== undefined) return identifiers(occupant);
    return [person(occupant, 'yearsShort') || (identifiers(occupant)[0] ?? ''), attributed(occupant, now), notes?.nurse ? t('nurseShort', { nurse: notes.nurse.nurse }) : '', occupant.ageDoubt === 'UNKNOWN' ? t('ageUnknown') : ''];
  }

  /** A child, because limits and scores of adults judge the patient; several patients, because the numbers are of nobody for certain. @param {Bed} bed @param {number} now */
  #showDoubt(bed, now) {
    const several = bed.occupant?.conflictSince !== undefined;
    this.doubt.hidden = !several && bed.occupant?.ageDoubt !== 'CHILD';
    setText(this.doubt, t(several ? 'severalShort' : 'child'));
    setAttribute(this.doubt, 'title', doubtText(bed, now) || null);
  }

  /** A limitation of treatment, so that nobody starts what the patient's physicians excluded. @param {Bed} bed */
  #showLimitation(bed) {
    const text = bed.occupant ? limitationText(bed) : '';
    this.lata.hidden = !text;
    setText(this.lata, t('lata'));
    setAttribute(this.lata, 'title', text || null);
  }

  /** How often values come, when that is more rarely than the delay of an alarm. @param {Bed} bed @param {number} now */
  #showFeed({ values }, now) {
    const interval = feedInterval(values, now);
    const rate = interval === null ? '' : format.rate(interval);
    this.feed.hidden = !rate;
    setAttribute(this.feed, 'title', rate ? t('feedWhy', { rate }) : null);
    setAttribute(this.feed, 'data-rate', rate || null);
    setText(this.feed, rate ? t('feed', { rate }) : '');
  }

  /** @param {Bed} bed @param {Ward} ward */
  #showTriage(bed, ward) {
    const { triage, occupant } = bed;
    const { level, text, why } = triageBadge(bed, ward);
    this.triage.hidden = !occupant;
    this.scale.hidden = triage?.news2Scale !== 2;
    setText(this.scale, t('news2Scale2'));
    setAttribute(this.triage, 'data-level', level);
    setAttribute(this.triage, 'title', why);
    setText(this.triage, text);
    setText(this.triageReason, triage && URGENT.includes(level) ? triageReason(bed, ward) : '');
  }

  /** @param {Bed} bed @param {Ward} ward @param {number} now @param {boolean} watched */
  #showAlarms({ bed, alarms, values }, ward, now, watched) {
    const all = ward.openAlarms(bed);
    const open = all.filter(({ kind }) => kind === 'PHYSIOLOGICAL').sort(causeFirst);
    const monitors = ward.monitorAlarms(bed);
    const doubtful = values.filter((value) => isDoubtful(value, now));
    const other = doubtful.length ? 'CHECK' : null;
    setAttribute(this.alarm.node, 'data-priority', alarms.highest?.priority ?? null);
    setAttribute(this.technical.node, 'data-priority', watched ? (alarms.technical?.priority ?? other) : 'UNWATCHED');
    setAttribute(this.monitor.node, 'data-priority', monitors[0]?.priority ?? null);
    const place = [this.#roomText(), this.profileMore.textContent, Boolean(alarms.highest), this.technical.node.dataset.priority, monitors.length > 0].join();
    const alone = watched && !alarms.technical && !other && !monitors.length;
    const called = canCall(ward.service, ward.wall());
    const live = liveWordings(open, ward, now);
    showBar(this.alarm, alarms.highest, alarms.active, { open, now, place, called, live, far: alone && isFar() });
    this.#showMonitor(monitors, now, place);
    const technical = all.filter(({ kind }) => kind === 'TECHNICAL');
    if (!watched) this.#showUnwatched(values, now, place);
    else if (alarms.technical || !other) showBar(this.technical, alarms.technical, alarms.technicalActive, { open: technical, now, place, called, live: [], far: false, beside: checkText(doubtful) });
    else this.#showDoubtful(doubtful, now, place);
  }

  /** That somebody must look at the patient: a suspect value raises no alarm. @param {import('./model.js').Value[]} values @param {number} now @param {string} place */
  #showDoubtful(values, now, place) {
    const since = t('sinceTime', { time: format.minute(Math.min(...values.map(({ doubtfulSince }) => doubtfulSince ?? now)), now) });
    setText(this.technical.kind, '');
    setText(this.technical.mark, '?');
    setText(this.technical.detail, since);
    this.#nameTechnical([checkText(values), since, t('checkWhy')]);
    const short = (/** @type {string} */ names) => t('checkShort', { names });
    const fewer = values.length > 1 ? [short(`${shortName(values[0].variable)} +${values.length - 1}`)] : [];
    fitText(this.technical.text, [checkText(values), short(namesOf(values)), ...fewer], `${place} ${since}`, { marks: [`? ${values.length > 1 ? values.length : ''}`.trim()] });
  }

  /** @param {import('./model.js').Value[]} values @param {number} now @param {string} place */
  #showUnwatched(values, now, place) {
    const last = lastMeasured(values);
    setText(this.technical.kind, '');
    setText(this.technical.mark, '');
    const since = last ? t('sinceTime', { time: format.minute(last, now) }) : '';
    setText(this.technical.detail, since);
    this.#nameTechnical([t('unwatched'), since, t('unwatchedWhy')]);
    fitText(this.technical.text, [t('unwatched')], place);
  }

  /** What the bar says that is no alarm: nothing of an alarm that stood there before stays in it. @param {string[]} words */
  #nameTechnical(words) {
    setAttribute(this.technical.node, 'data-in-hand', 'false');
    setAttribute(this.technical.node, 'title', words.filter(Boolean).join(' · '));
  }

  /** What the monitor raises itself, never filtered. @param {import('./model.js').MonitorAlarm[]} alarms @param {number} now @param {string} place */
  #showMonitor(alarms, now, place) {
    const [first] = alarms;
    const words = first ? named(t('ofMonitor'), monitorText(first)) : '';
    setText(this.monitor.mark, first ? (STARS[first.priority] ?? '·') : '');
    setAttribute(this.monitor.node, 'title', words || null);
    setText(this.monitor.detail, first ? `${format.minute(first.raisedAt, now)}${alarms.length > 1 ? ` ×${alarms.length}` : ''}` : '');
    fitText(this.monitor.text, first ? [words, monitorText(first)] : [], place, { marks: [t('monitorShort') + countText(alarms.length), t('monitorShort')] });
  }

  /** @param {Bed} bed @param {number} now @param {string} display where the site shows a risk */
  #showRisk({ risk }, now, display) {
    this.riskLine.hidden = display !== 'TILE';
    // What has no place is not fitted: to ask for its size lays out the whole page.
    if (this.riskLine.hidden || byId('beds').dataset.density === 'dense') return;
    const absent = risk ? riskAbsent(risk, now) : 'noRisk';
    const known = absent ? undefined : risk;
    const share = risk ? format.percent(risk.imputedShare) : '';
    const why = absent ? t(/** @type {any} */ (absent), { share, variables: (risk?.hiddenBy ?? []).map((variable) => shortName(variable)).join(', ') }) : t('imputed', { share });
    // A chance never stands without its interval.
    const words = [`${t('risk')} ${known ? format.chance(known.probability ?? NaN) + interval(known) : '--'}`, why].filter(Boolean);
    setParts(this.risk, words, this.#roomText());
    setAttribute(this.risk, 'title', words.join(' '));
    setText(this.riskModel, risk ? `${risk.model} ${risk.modelVersion} · ${t('notForDiagnosis')}` : t('notForDiagnosis'));
  }

  /** What the profiles of the patient add: intracranial pressure, vasopressor, ventilation. @param {Bed} bed @param {number} now */
  #showProfile(bed, now) {
    const alarming = alarmingVariables(bed);
    const parts = profileValues(bed.values, now).map((value) => ({
      label: t(/** @type {any} */ (value.variable)),
      text: isStale(value, now) ? '--' : format.measure(value.variable, value.value ?? NaN),
      title: `${format.unitOf(value.variable)} · ${note(value, { stale: isStale(value, now), suspect: value.verdict === 'SUSPECT', brief: false }, now).join(' · ')}`,
      state: profileState(value, now, alarming.get(value.variable) ?? null),
    }));
    // Digits are equally wide: other digits need no other room.
    const shown = `${this.#roomText()} ${parts.map(({ label, text, state }) => `${label} ${text.replace(/\d/g, '0')} ${state.variable}`).join('|')}`;
    if (shown !== this.profileShown) {
      this.profileShown = shown;
      this.profile.replaceChildren(...parts.map(profileValue));
      fitProfile(this.profile, parts.length);
    }
    writeProfile(this.profile, parts);
    this.#countProfile(parts);
  }

  /** @param {ProfilePart[]} parts */
  #countProfile(parts) {
    setText(this.profileMore, parts.length ? `+${parts.length}` : '');
    showLeftOut(this.profileMore, parts);
  }

  /** The label, and beside it the limits that somebody set for this patient. @param {ReturnType<typeof vital>} parts @param {import('./model.js').Limit[]} limits @param {ReturnType<typeof choose>} chosen */
  #showLimits(parts, limits, chosen) {
    setText(parts.label, t(chosen.label));
    const own = limits.filter(({ variable }) => chosen.names.includes(variable));
    const text = own.map(({ variable, side, limit }) => `${SIGN[side]}${format.measure(variable, limit)}`).join(' ');
    setText(parts.own, text);
    setAttribute(parts.own, 'title', own.length ? t('ownLimit', { limits: text }) : null);
  }

  /** Whether the temperature rises or falls, beside its label; nothing while the temperature is old or its past too short. @param {Bed} bed @param {Ward} ward @param {number} now */
  #showTemperature({ bed, occupant, values }, ward, now) {
    const parts = /** @type {ReturnType<typeof vital>} */ (this.vitals.get('temp'));
    const temperature = values.find(({ variable }) => variable === 'temp');
    const current = occupant && temperature && !isStale(temperature, now);
    const change = current ? changeOf(ward.trends.get(`${bed} temp`), now) : null;
    const direction = !change ? '' : change.by >= TEMPERATURE_STEP ? '↗' : change.by <= -TEMPERATURE_STEP ? '↘' : '→';
    setText(parts.change, direction);
    setAttribute(parts.change, 'title', change ? t('temperatureChange', { change: format.signed(change.by, 1), age: format.age(change.over) }) : null);
  }

  /** The last hour below the two large numbers, where the tile has room: drawn anew for another patient, else every few seconds. @param {Bed} bed @param {Ward} ward @param {number} now */
  #showTrends({ bed, occupant }, ward, now) {
    const stay = occupant?.stay ?? '';
    if (!isFar() || (stay === this.trendOf.stay && performance.now() - this.trendOf.at < TREND_MS)) return;
    this.trendOf = { stay, at: performance.now() };
    for (const [variable, node] of this.trends) {
      const lines = occupant ? linesOf(ward.trends.get(`${bed} ${variable}`)?.points ?? [], now, variable) : [];
      const shown = lines.join('|');
      if (node.getAttribute('data-lines') === shown) continue;
      setAttribute(node, 'data-lines', shown);
      node.replaceChildren(...lines.map((points) => svg('polyline', { points })));
    }
  }

  /** @param {Bed} bed @param {number} now */
  #showVitals(bed, now) {
    const values = new Map(bed.values.map((value) => [value.variable, value]));
    const alarming = alarmingVariables(bed);
    for (const place of PLACES) {
      const chosen = choose(values, place, now);
      const parts = /** @type {ReturnType<typeof vital>} */ (this.vitals.get(place.place));
      this.#showLimits(parts, bed.limits, chosen);
      const [main] = chosen.values;
      const mean = chosen.values[2];
      const carrier = main ?? mean;
      const stale = !carrier || isStale(carrier, now);
      const suspect = !stale && carrier.verdict === 'SUSPECT';
      const number = stale ? '--' : numberText(chosen.values, now);
      setText(parts.value, number);
      parts.value.classList.toggle('long', number.length > LONGEST);
      setText(parts.mean, mean && main && !isStale(mean, now) ? `(${format.measure(mean.variable, mean.value ?? NaN)})` : '');
      const fresh = chosen.values.flatMap((value) => (value && !isStale(value, now) ? [value] : []));
      showLimits(parts.mean, fresh.filter((value) => value === mean), alarming);
      // Without a systolic pressure the mean is the large number.
      showLimits(parts.node, fresh.filter((value) => !main || value !== mean), alarming);
      // Both lay out the place in another way, so that they are set before the note is fitted.
      parts.node.classList.toggle('stale', stale);
      parts.node.classList.toggle('suspect', suspect);
      this.#showNote(parts, place.place, { fresh, carrier, stale, suspect }, now);
      setAttribute(parts.node, 'data-measured-at', carrier ? String(carrier.measuredAt) : null);
    }
  }

  /**
   * The limit that a value lies beyond, a change of source, and the age.
   * @param {ReturnType<typeof vital>} parts @param {string} place
   * @param {{fresh: import('./model.js').Value[], carrier: import('./model.js').Value | undefined, stale: boolean, suspect: boolean}} shown @param {number} now
   */
  #showNote(parts, place, { fresh, carrier, stale, suspect }, now) {
    const brief = place === 'rr' || place === 'temp';
    const switched = !stale && isSwitched(carrier, now);
    const beyond = stale || (suspect && brief) ? '' : limitText(fresh, carrier);
    const rest = beyond && brief ? [] : note(carrier, { stale, suspect, brief: brief || place === 'bp' }, now);
    const words = beyond ? [beyond, switched ? '⇄' : '', ...rest.map((text) => `· ${text}`)] : [switched ? '⇄' : '', ...separated(rest)];
    setParts(parts.note, words.filter(Boolean), beyond ? this.#noteRoom(parts, stale, suspect) : undefined, parts.node);
    setAttribute(parts.note, 'data-violates', beyond ? (violation(fresh)?.priority ?? null) : null);
    const title = noteTitle(carrier, { stale, suspect, switched, beyond }, now);
    setAttribute(parts.note, 'title', [...leftOut(parts), title].filter(Boolean).join(' · ') || null);
  }

  /** What the room of a note depends on. Digits are equally wide, so that only their number counts. @param {ReturnType<typeof vital>} parts @param {boolean} stale @param {boolean} suspect */
  #noteRoom({ label, change, own, mean, value }, stale, suspect) {
    const texts = [label, change, own, mean, value].map((node) => node.textContent?.replace(/\d/g, '0'));
    return [this.#roomText(), document.body.className, this.node.classList.contains('unwatched'), stale, suspect, ...texts].join('|');
  }
}

/** The unit of a bed and its place there, which is read from afar: `REA/` and `03`. @param {string} name */
function bedParts(name) {
  const end = name.lastIndexOf('/') + 1;
  return [name.slice(0, end), name.slice(end)];
}

/** Whether tiles have room for words that are read from the door. */
const isFar = () => ['large', 'full'].includes(byId('beds').dataset.density ?? '');

/** What the room of all tiles depends on: the window, and how density.js arranges the beds in it. */
const roomText = () => `${windowText()} ${byId('beds').dataset.space}`;

/** Takes away the last values that do not fit, and counts them: none vanishes unseen. @param {HTMLElement} node @param {number} values */
function fitProfile(node, values) {
  const rest = el('span', { class: 'profile-rest' });
  for (let shown = values - 1; shown > 0 && node.scrollHeight > node.clientHeight + 2; shown -= 1) {
    node.children[shown].remove();
    rest.textContent = `+${values - shown}`;
    node.append(rest);
  }
}

/** @typedef {{label: string, text: string, title: string, state: Record<string, string | null>}} ProfilePart */

/** Writes the present values into the places that are there. @param {HTMLElement} node @param {ProfilePart[]} parts */
function writeProfile(node, parts) {
  const places = node.querySelectorAll('.profile-value');
  places.forEach((place, i) => {
    const { text, title, state } = parts[i];
    setText(/** @type {Element} */ (place.lastElementChild), text);
    setAttribute(place, 'title', title);
    Object.entries(state).forEach(([name, value]) => setAttribute(place, `data-${name}`, value));
  });
  const rest = node.querySelector('.profile-rest');
  if (rest) showLeftOut(rest, parts.slice(places.length));
}

/** Names values that are counted only, in the colour of the most urgent limit or alarm among them. @param {Element} node @param {ProfilePart[]} parts */
function showLeftOut(node, parts) {
  setAttribute(node, 'title', parts.map(({ label, text }) => `${label} ${text}`).join(' · ') || null);
  for (const name of ['alarm', 'pending']) {
    const found = parts.flatMap(({ state }) => state[name] ?? []).sort((one, other) => RANK[one] - RANK[other]);
    setAttribute(node, `data-${name}`, found[0] ?? null);
  }
}

/** The limit and the alarm of a value. @param {import('./model.js').Value} value @param {number} now @param {string | null} alarm @returns {Record<string, string | null>} */
function profileState(value, now, alarm) {
  const limit = isStale(value, now) ? null : (value.violates?.priority ?? null);
  return { variable: value.variable, violates: limit, alarm, pending: isPending(limit, alarm) ? limit : null };
}

/** @param {ProfilePart} part */
function profileValue({ label, text }) {
  return el('span', { class: 'profile-value' }, el('span', { class: 'label' }, `${label} `), el('span', { class: 'number' }, text));
}

/** The most urgent limit that one of the values violates. @param {import('./model.js').Value[]} values */
const violation = (values) => violating(values)?.violates;

/** The value that violates the most urgent limit. @param {import('./model.js').Value[]} values */
function violating(values) {
  return Object.keys(STARS).flatMap((priority) => values.filter(({ violates }) => violates?.priority === priority))[0];
}

/** The limit beyond which a value of a place lies, with its name where it is not that of the large number. @param {import('./model.js').Value[]} values @param {import('./model.js').Value | undefined} carrier */
function limitText(values, carrier) {
  const found = violating(values);
  if (!found?.violates) return '';
  const name = found === carrier ? '' : `${shortName(found.variable)} `;
  return `${name}${SIGN[found.violates.side]} ${format.measure(found.variable, found.violates.limit)}`;
}

/**
 * Marks the limits and alarms of a number. It is pending while its limit is more urgent than its raised alarm: its colour is that of the limit then.
 * @param {HTMLElement} node @param {import('./model.js').Value[]} values @param {Map<string, string>} alarming
 */
function showLimits(node, values, alarming) {
  const limit = violation(values)?.priority ?? null;
  const alarm = values.flatMap(({ variable }) => alarming.get(variable) ?? []).sort((one, other) => RANK[one] - RANK[other])[0] ?? null;
  setAttribute(node, 'data-violates', limit);
  setAttribute(node, 'data-alarm', alarm);
  setAttribute(node, 'data-pending', isPending(limit, alarm) ? limit : null);
}

/** Whether the limit that a value violates is more urgent than the alarm that is raised for it. @param {string | null} limit @param {string | null} alarm */
const isPending = (limit, alarm) => RANK[limit ?? 'NONE'] < RANK[alarm ?? 'NONE'];

/** Words of a place that give way to its limit: the patient's own limit and the change, at last the name of the vital sign. @param {ReturnType<typeof vital>} parts */
function leftOut({ node, label, own, change }) {
  if (!node.classList.contains('packed')) return [];
  return [node.classList.contains('nameless') ? label.textContent : '', own.title, change.title];
}

/** @param {string} place */
function vital(place) {
  const label = el('span', { class: 'label part' });
  const value = el('span', { class: 'value' }, '--');
  const mean = el('span', { class: 'mean' });
  const note = el('span', { class: 'note whole-parts' });
  const change = el('span', { class: 'change part' });
  const own = el('span', { class: 'own-limit' });
  const node = el('div', { class: `vital ${place}`, 'data-vital': place }, el('span', { class: 'labels' }, label, change, own), mean, note, value);
  return { node, label, change, own, value, mean, note };
}

/** @param {string} name */
function bar(name) {
  const kind = el('span', { class: 'kind' });
  const mark = el('span', { class: 'mark' });
  const text = el('span', { class: 'text' });
  const detail = el('span', { class: 'detail' });
  return { node: el('p', { class: `bar ${name}` }, kind, mark, text, detail), kind, mark, text, detail };
}

/**
 * @param {ReturnType<typeof bar>} parts @param {Alert | undefined} alert the highest one @param {number} count
 * @param {{open: Alert[], now: number, place: string, called: boolean, live: string[], far: boolean, beside?: string}} shown open: all alarms of its kind;
 *   called: whether a channel can call somebody; live: wordings of the present values, none: the words of the alarm's last change;
 *   far: whether they are read from the door; beside: what else the bed asks for, where there is room
 */
function showBar(parts, alert, count, { open, now, place, called, live, far, beside = '' }) {
  const spoken = open.length || !alert ? open : [alert];
  setAttribute(parts.node, 'data-in-hand', String(spoken.length > 0 && spoken.every(isInHand)));
  const technical = alert?.kind === 'TECHNICAL';
  setText(parts.kind, technical ? t('technical') : '');
  setText(parts.mark, alert ? [stateMark(spoken), STARS[alert.priority]].filter(Boolean).join(' ') : '');
  setAttribute(parts.node, 'title', alert ? [messageOf(alert), ...done(alert, now, called), beside].filter(Boolean).join(' · ') : null);
  setText(parts.detail, alert ? `${format.minute(alert.raisedAt, now)}${count > 1 ? ` \n×${count}` : ''}` : '');
  const words = alert ? [beside && `${messageOf(alert)} · ${beside}`, messageOf(alert), technical && isFar() ? '' : shortWords(alert)].filter(Boolean) : [];
  const room = `${place} ${parts.mark.textContent} ${parts.detail.textContent}`;
  fitText(parts.text, live.length ? live : words, room, { far: far ? farWordings(live.length ? live : words.slice(0, 1), count) : [], marks: alert ? marksOf(alert, count) : [] });
}

/** How many alarms there are, where there are several. @param {number} count */
const countText = (count) => (count > 1 ? ` ×${count}` : '');

/** What stands for the words of an alarm where they have no room: its title has them. At last its stars say enough beside a coloured number. @param {Alert} alert @param {number} count */
function marksOf(alert, count) {
  if (alert.kind === 'TECHNICAL') return isFar() ? [shortWords(alert) + countText(count), ''] : [t('technical') + countText(count), t('technical')];
  return [shortWords(alert) + countText(count), countText(count).trim(), ''];
}

/** The vital signs of an alarm; that of equipment says so where its kind has no place. @param {Alert} alert */
function shortWords({ kind, variables }) {
  const names = variables.map((variable) => shortName(variable)).join(', ');
  return kind === 'TECHNICAL' && !isFar() ? `${t('technical')} ${names}` : names;
}

/** The vital signs of values in few letters. @param {import('./model.js').Value[]} values */
const namesOf = (values) => values.map(({ variable }) => shortName(variable)).join(', ');

/** What must be checked at the bedside; empty when nothing must. @param {import('./model.js').Value[]} values */
export const checkText = (values) => (values.length ? t('check', { names: namesOf(values) }) : '');

/** At last the first value alone, where the number of alarms stands beside it. @param {string[]} wordings @param {number} count */
const farWordings = (wordings, count) => (count > 1 ? [...wordings, ...wordings.slice(-1).map((words) => words.replace(/, \+\d+$/, ''))] : wordings);

/** Whether all alarms were acknowledged, or are over and wait for their reset: what the flashing alone would not tell without motion. @param {Alert[]} alerts */
function stateMark(alerts) {
  if (alerts.every(({ call }) => call?.latched)) return '↺';
  return alerts.every(({ call }) => call?.acknowledgedBy) ? '✓' : '';
}

/**
 * Sex and age, as far as they are known: what a nurse knows a patient by, unlike a pseudonym.
 * @param {import('./model.js').Occupant} occupant @param {'years' | 'yearsShort'} years the form of the age
 */
export function person({ sex, age }, years = 'years') {
  return [sex === 'FEMALE' || sex === 'MALE' ? t(sex) : '', age === undefined ? '' : t(years, { age: format.number(Math.floor(age)) })].filter(Boolean).join(' ');
}

/** The two identifiers of a patient: of the person and of the stay. A screen that everybody in the room reads gets none. @param {import('./model.js').Occupant} occupant */
export function identifiers({ patient, stay, provisional, conflictSince }) {
  if (conflictSince !== undefined) return [t('severalPatients')];
  if (provisional) return [t('provisional'), stay];
  return patient === undefined ? [t('masked')] : [patient, stay];
}

/** Since when what was measured before the patient was known counts as the patient's. @param {import('./model.js').Occupant} occupant @param {number} now */
export function attributed({ attributedSince }, now) {
  return attributedSince === undefined ? '' : t('attributed', { time: format.minute(attributedSince, now) });
}

/** The text of a place: one number, or a pressure with its mean. @param {(import('./model.js').Value | undefined)[]} values @param {number} now */
function numberText(values, now) {
  const text = (/** @type {import('./model.js').Value | undefined} */ value) => (value && !isStale(value, now) ? format.measure(value.variable, value.value ?? NaN) : '--');
  if (values.length === 1) return text(values[0]);
  const [systolic, diastolic, mean] = values;
  if (!systolic) return `(${text(mean)})`;
  return `${text(systolic)}/${text(diastolic)}`;
}

/** Parts of one line with a dot before each but the first. @param {string[]} parts */
const separated = (parts) => parts.filter(Boolean).map((text, i) => (i ? `· ${text}` : text));

/**
 * What stands beside a number: its age, or why there is none.
 * @param {import('./model.js').Value | undefined} value @param {{stale: boolean, suspect: boolean, brief: boolean}} state brief: in a narrow place
 * @param {number} now @returns {string[]} the most important first
 */
function note(value, { stale, suspect, brief }, now) {
  if (!value) return [t(brief ? 'neverMeasured' : 'noValue')];
  if (stale && brief && value.because === 'NONE') return [format.minute(value.asOf, now)];
  if (stale) return [t('lastAt', { reason: reasonText(value.because), time: format.minute(value.asOf, now) })];
  const age = (brief ? format.briefAge : format.age)(now - value.asOf);
  return suspect ? [`? ${reasonText(value.reason)}`, age] : [age];
}

/**
 * What the note of a place says in full, with the unit and the source of its number.
 * @param {import('./model.js').Value | undefined} value @param {{stale: boolean, suspect: boolean, switched: boolean, beyond: string}} state @param {number} now
 */
function noteTitle(value, { stale, suspect, switched, beyond }, now) {
  if (!value) return null;
  const words = switched ? [switchText(value, now)] : [beyond && t('violates', { limit: beyond }), ...note(value, { stale, suspect, brief: false }, now)];
  return [...words, format.unitOf(value.variable), [value.source, value.device].filter(Boolean).join(' ')].filter(Boolean).join(' · ');
}

/** Since when another source is followed, and which it was. @param {import('./model.js').Value} value @param {number} now */
export function switchText({ switchedAt, switchedFrom }, now) {
  return t('switched', { time: format.minute(switchedAt ?? 0, now), from: switchedFrom ?? '' });
}

/** Variables that the bed's alarms rest on, with the alarm's priority. @param {Bed} bed */
function alarmingVariables({ alarms }) {
  return new Map(Object.entries(alarms.variables ?? {}));
}
