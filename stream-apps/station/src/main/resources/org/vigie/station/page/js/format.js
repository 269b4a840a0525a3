// @ts-check
import { language, t } from './i18n.js';

/** @type {Record<string, number>} */
const DECIMALS = { temp: 1, ph: 2, lactate: 1, potassium: 1, creatinine: 1, hemoglobin: 1, perfusion_index: 1, noradrenaline: 2, adrenaline: 2, vasopressin: 3, urine_rate: 1 };
/** @type {Record<string, string>} */
const UNITS = { '/min': '/min', 'mm[Hg]': 'mmHg', Cel: '°C', '[pH]': '', '{score}': '', '{code}': '', 1: '', 'umol/L': 'µmol/L', 'ug/L': 'µg/L', '10*3/uL': 'G/L', 'cm[H2O]': 'cmH₂O', 'ug/kg/min': 'µg/kg/min' };
/** Decimals of a value in the unit of the reader. @type {Record<string, number>} */
const SHOWN_DECIMALS = { 'umol/L': 0, 'mmol/L': 1, 'g/L': 0 };
/** Levels of support that the variable vent_mode counts. */
const VENTILATION_MODES = [0, 1, 2, 3, 4];
/** @type {Map<string, import('./model.js').Variable>} */
let catalogue = new Map();

/** The units in which the site reads each variable. @param {Map<string, import('./model.js').Variable>} variables */
export function readIn(variables) {
  catalogue = variables;
}

/** Time zone in which the page writes and reads times; undefined for that of the browser. @type {string | undefined} */
let zone;

/** Writes and reads times in the zone of the unit. A zone that this browser does not know leaves its own. @param {string} name empty for the browser's own */
export function inZone(name) {
  const known = name && isZone(name) ? name : undefined;
  if (known !== zone) made.clear();
  zone = known;
}

/** @param {string} name */
function isZone(name) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The name of the zone of all times of the page: `Europe/Paris`. */
export const zoneName = () => zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;

const locale = () => (language() === 'fr' ? 'fr-FR' : 'en-GB');

/** Formats of this page: to make one takes longer than to draw a tile. @type {Map<string, {format: (value: number) => string}>} */
const made = new Map();

/**
 * A format that is made once for each language.
 * @param {string} name @param {(locale: string) => {format: (value: number) => string}} make
 */
function formatOf(name, make) {
  const key = `${locale()} ${name}`;
  const known = made.get(key) ?? make(locale());
  made.set(key, known);
  return known;
}

/** @param {string} name @param {number} millis epoch @param {Intl.DateTimeFormatOptions} options that the name stands for */
const timeText = (name, millis, options) => formatOf(name, (place) => new Intl.DateTimeFormat(place, { ...options, timeZone: zone })).format(millis);

/** @param {number} value @param {number} decimals @param {'auto' | 'exceptZero'} signDisplay */
const numberText = (value, decimals, signDisplay) =>
  formatOf(`${decimals} ${signDisplay}`, (place) => new Intl.NumberFormat(place, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay })).format(value);

/** @param {number} value @param {number} decimals */
export function number(value, decimals = 0) {
  return numberText(value, decimals, 'auto');
}

/** A change with its sign, where zero has none. @param {number} value @param {number} decimals */
export function signed(value, decimals) {
  return numberText(value, decimals, 'exceptZero');
}

/** A value in the unit of the reader, at its chart's resolution. @param {string} variable @param {number} value in the catalogue's unit */
export function measure(variable, value) {
  if (variable === 'vent_mode' && VENTILATION_MODES.includes(value)) return t(/** @type {any} */ (`vent_mode_${value}`));
  const shown = catalogue.get(variable)?.shown;
  if (shown) return number(value * shown.factor, SHOWN_DECIMALS[shown.unit] ?? 1);
  const decimals = DECIMALS[variable] ?? (Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0);
  return number(value, decimals);
}

/** A value with the unit of the reader. @param {string} variable @param {number} value */
export function quantity(variable, value) {
  return `${measure(variable, value)} ${unitOf(variable)}`.trim();
}

/** The unit in which a variable is read, as people write it. @param {string} variable */
export function unitOf(variable) {
  const known = catalogue.get(variable);
  return known ? unit(known.shown?.unit ?? known.unit) : '';
}

/** A UCUM unit as people write it. @param {string} ucum */
export function unit(ucum) {
  return UNITS[ucum] ?? ucum;
}

/** @param {number} share 0 to 1 */
export function percent(share) {
  return `${number(share * 100)} %`;
}

/** A part of a whole with one decimal: a few of many are not none. @param {number} share 0 to 1 */
export function share(share) {
  return share > 0 && share < 0.0005 ? '< 0,1 %'.replace(',', language() === 'fr' ? ',' : '.') : `${number(share * 100, 1)} %`;
}

/** A model's probability: never nothing, never certainty. @param {number} probability 0 to 1 */
export function chance(probability) {
  if (probability < 0.005) return '< 1 %';
  return probability > 0.995 ? '> 99 %' : percent(probability);
}

/** @param {number} millis epoch */
export function clock(millis) {
  return timeText('clock', millis, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** Time of day; with the date when it lies more than 20 hours back. @param {number} millis @param {number} now */
export function when(millis, now) {
  const far = Math.abs(now - millis) > 20 * 3600e3;
  if (!far) return clock(millis);
  return timeText('far', millis, { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' });
}

/** Time of day to the minute; only the date when it lies more than 20 hours back. @param {number} millis @param {number} now */
export function minute(millis, now) {
  const far = Math.abs(now - millis) > 20 * 3600e3;
  return far ? timeText('day', millis, { day: '2-digit', month: '2-digit' }) : timeText('minute', millis, { hour: '2-digit', minute: '2-digit' });
}

/** Time of day to the minute, after its date when it lies more than 20 hours back or ahead: a sheet is read later, too. @param {number} millis @param {number} now */
export function dated(millis, now) {
  const far = Math.abs(now - millis) > 20 * 3600e3;
  return far ? timeText('dated', millis, { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' }) : minute(millis, now);
}

/** @param {number} millis epoch */
export function date(millis) {
  return timeText('date', millis, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

/** Date and time of day, for a sheet of paper. @param {number} millis epoch */
export function dateTime(millis) {
  return timeText('sheet', millis, { dateStyle: 'long', timeStyle: 'short' });
}

/** A time as a field of a form holds it, in the zone of the page: `2026-11-30T08:15:00`. @param {number} millis epoch */
export function fieldText(millis) {
  const form = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
  const parts = new Intl.DateTimeFormat('en-GB', { .../** @type {Intl.DateTimeFormatOptions} */ (form), timeZone: zone }).formatToParts(millis);
  const [year, month, day, hour, minute, second] = Object.keys(form).map((name) => parts.find(({ type }) => type === name)?.value);
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

/** The time of a form's field, epoch ms. @param {string} text as the field holds it, in the zone of the page */
export function fieldTime(text) {
  const wanted = Date.parse(`${text}Z`);
  let at = wanted;
  // The second turn reaches the right side of a change to or from summer time.
  for (let turn = 0; turn < 2; turn++) at += wanted - Date.parse(`${fieldText(at)}Z`);
  return at;
}

/** How long ago, in one unit. @param {number} millis */
export function age(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 90 * 60) return `${Math.floor(seconds / 60)} min`;
  return seconds < 48 * 3600 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86400)} ${language() === 'fr' ? 'j' : 'd'}`;
}

/** How long ago, where there is little room: minutes are written 4′ and nothing stands between number and unit. @param {number} millis */
export function briefAge(millis) {
  return age(millis).replace(' min', '′').replace(' ', '');
}

/** The time until something, to the second: `1:05`. @param {number} millis */
export function countdown(millis) {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How often a value comes: `1/min`, `1/5 min`, `1/20 s`. @param {number} interval ms between two values */
export function rate(interval) {
  const minutes = Math.round(interval / 60e3);
  if (minutes >= 1) return minutes === 1 ? '1/min' : `1/${minutes} min`;
  return `1/${Math.round(interval / 1000)} s`;
}
