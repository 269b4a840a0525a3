// @ts-check
/** @typedef {import('./model.js').Value} Value */

/**
 * The places of a tile and the variables that may stand there, best first. A second choice shows its own label.
 * @type {{place: string, choices: {label: import('./i18n.js').Key, names: string[]}[]}[]}
 */
export const PLACES = [
  { place: 'hr', choices: [{ label: 'hr', names: ['hr'] }, { label: 'pulse', names: ['pulse_spo2'] }] },
  { place: 'spo2', choices: [{ label: 'spo2', names: ['spo2'] }] },
  { place: 'rr', choices: [{ label: 'rr', names: ['rr'] }] },
  {
    place: 'bp',
    choices: [
      { label: 'abp', names: ['abp_sys', 'abp_dia', 'abp_mean'] },
      { label: 'nibp', names: ['nibp_sys', 'nibp_dia', 'nibp_mean'] },
    ],
  },
  { place: 'temp', choices: [{ label: 'temp', names: ['temp'] }] },
];

/**
 * What a patient lives by beside the vital signs: shown once measured, in the order of the profiles that the patient has.
 * @type {{profile: string, names: import('./i18n.js').Key[]}[]}
 */
export const PROFILES = [
  { profile: 'neuro', names: ['icp', 'cpp'] },
  { profile: 'circulation', names: ['noradrenaline', 'adrenaline', 'dopamine', 'dobutamine', 'vasopressin', 'lactate'] },
  { profile: 'ventilation', names: ['vent_mode', 'fio2', 'etco2', 'peep', 'plateau_pressure', 'tidal_volume'] },
  { profile: 'circulation', names: ['cvp'] },
  { profile: 'sedation', names: ['rass'] },
  { profile: 'kidney', names: ['urine_rate', 'fluid_balance'] },
];

/**
 * The measured variables of a patient's profiles, those beyond a limit first. A rate of zero is no therapy, and neither is a mode without support.
 * @param {Value[]} values @param {number} now
 */
export function profileValues(values, now) {
  const known = new Map(values.map((value) => [value.variable, value]));
  const found = PROFILES.flatMap(({ names }) => names).flatMap((name) => known.get(name) ?? []);
  const running = found.filter((value) => !RATES.has(value.variable) || isStale(value, now) || value.value);
  return running.sort((a, b) => Number(Boolean(b.violates)) - Number(Boolean(a.violates)));
}

const RATES = new Set(['noradrenaline', 'adrenaline', 'dopamine', 'dobutamine', 'vasopressin', 'vent_mode']);

/** @param {Value} value @param {number} now ward time */
export function isStale(value, now) {
  return value.stale || value.value === undefined || now - value.asOf > value.limitMs;
}

/** Whether a monitor's value has been suspect for so long that somebody must look: no alarm uses it. @param {Value} value @param {number} now */
export const isDoubtful = (value, now) => value.doubtfulSince !== undefined && !isStale(value, now);

/** A change of source stays marked for a quarter of an hour. */
const SWITCH_SHOWN_MS = 15 * 60 * 1000;

/** Whether another source of the variable was followed until a moment ago. @param {Value | undefined} value @param {number} now */
export function isSwitched(value, now) {
  return value?.switchedAt !== undefined && now - value.switchedAt <= SWITCH_SHOWN_MS;
}

/**
 * What stands in a place: the first choice with a current value, else the one measured last, else the first.
 * @param {Map<string, Value>} values @param {typeof PLACES[number]} place @param {number} now
 */
export function choose(values, place, now) {
  const candidates = place.choices.map((choice) => ({ ...choice, values: choice.names.map((name) => values.get(name)) }));
  const newest = (/** @type {typeof candidates[number]} */ candidate) => Math.max(0, ...candidate.values.map((value) => value?.asOf ?? 0));
  return (
    candidates.find((candidate) => candidate.values.some((value) => value && !isStale(value, now))) ??
    candidates.reduce((best, candidate) => (newest(candidate) > newest(best) ? candidate : best))
  );
}

/** Whether any measurement of a monitor is current; a cuff now and then is no watch. @param {Value[]} values @param {number} now */
export function isWatched(values, now) {
  return values.some((value) => MONITORED.has(value.variable) && !isStale(value, now));
}

/** The longest interval of a monitor's current value that is longer than the delay of its alarm, in ms. @param {Value[]} values @param {number} now @returns {number | null} */
export function feedInterval(values, now) {
  const rare = values.filter((value) => !isStale(value, now)).flatMap(({ feedIntervalMs }) => feedIntervalMs ?? []);
  return rare.length ? Math.max(...rare) : null;
}

/** @param {Value[]} values @returns {number | null} */
export function lastMeasured(values) {
  const times = values.filter((value) => MONITORED.has(value.variable)).map((value) => value.asOf);
  return times.length ? Math.max(...times) : null;
}

/** A value of this age stands with it on paper: an older one is not that of the moment at which a sheet is made. */
const TOLD_AGE_MS = 90 * 1000;

/** The age of the oldest of some values, ms; null where all are of the moment. @param {(Value | undefined)[]} values @param {number} now @returns {number | null} */
export function toldAge(values, now) {
  const oldest = Math.max(0, ...values.flatMap((value) => (value ? now - value.asOf : [])));
  return oldest >= TOLD_AGE_MS ? oldest : null;
}

const MONITORED = new Set(PLACES.flatMap((place) => place.choices.flatMap((choice) => (choice.label === 'nibp' ? [] : choice.names))));
