// @ts-check
import { byId, el, setAttribute, setParts, setText } from './dom.js';
import * as format from './format.js';
import { named, t } from './i18n.js';

/** @typedef {import('./model.js').Service} Service */
/** @typedef {import('./model.js').Channel} Channel */
/** @typedef {import('./model.js').Load} Load */

/** How calls reach people, and how many they are. @param {Service} service @param {number} wall */
export function showService({ channels, loads, monitored }, wall) {
  const failed = channels.filter((channel) => stateOf(channel, wall) !== 'works');
  const failures = failed.length ? `${t('channelsFail')} ${failed.map((channel) => failure(channel, wall)).join(' · ')}` : '';
  setText(byId('channels'), channels.length ? failures : t('nobodyIsCalled'));
  const working = channels.filter((channel) => !failed.includes(channel)).map(channelName);
  setText(byId('calls'), working.length ? t('callsLeaveBy', { channels: working.join(', ') }) : '');
  const fresh = loads.filter((load) => isFresh(load, wall)).sort((a, b) => b.burn - a.burn);
  const node = byId('load');
  node.hidden = loads.length === 0;
  setAttribute(node, 'data-burn', burnOf(fresh[0], monitored));
  setParts(node, fresh.length ? loadParts(fresh[0], loads.length > 1, monitored) : [t('loadUnknown')]);
  setAttribute(node, 'title', fresh.map((load) => loadText(load, true, monitored)).join('\n'));
}

/** Whether a call can leave the page: at least one channel works. @param {Service} service @param {number} wall */
export function canCall({ channels }, wall) {
  return channels.some((channel) => stateOf(channel, wall) === 'works');
}

/** Of a channel that fails, since when and why. @param {Channel} channel @param {number} wall */
function failure(channel, wall) {
  const state = stateOf(channel, wall);
  const time = format.minute(state === 'fails' ? channel.since : channel.sentAt, wall);
  return t(/** @type {any} */ (`channel_${state}`), { channel: channelName(channel), time });
}

/** A channel that does not say how it does may be dead. @param {Channel} channel @param {number} wall @returns {'works' | 'fails' | 'silent'} */
function stateOf({ working, sentAt, limitMs }, wall) {
  if (wall - sentAt > limitMs) return 'silent';
  return working ? 'works' : 'fails';
}

/** The words for a channel of calls. @type {Record<string, import('./i18n.js').Key>} */
const CHANNELS = { mail: 'channelMail', alertmanager: 'channelAlertmanager', webhook: 'channelWebhook' };

/** What a nurse calls a channel. @param {{channel: string}} of */
export function channelName({ channel }) {
  return CHANNELS[channel] ? t(CHANNELS[channel]) : channel;
}

/** @param {Load} load @param {number} wall */
const isFresh = ({ sentAt, limitMs }, wall) => wall - sentAt <= limitMs;

/** Below this share of monitored hours, alarms compared with the budget of a monitored unit would look few. */
const COMPARABLE = 0.5;

/** @param {Service['monitored']} monitored */
const isComparable = (monitored) => !monitored || monitored.bedHours >= COMPARABLE * monitored.beds * monitored.spanHours;

/** @param {Load | undefined} load @param {Service['monitored']} monitored */
function burnOf(load, monitored) {
  if (!load) return 'unknown';
  if (load.flood) return 'flood';
  if (!isComparable(monitored)) return 'unknown';
  return load.burn > 1 ? 'over' : 'within';
}

/** @param {Load} load @param {boolean} withUnit @param {Service['monitored']} monitored */
const loadText = (load, withUnit, monitored) => loadParts(load, withUnit, monitored).join(' ');

/**
 * The alarms of two hours beside the hours in which monitors sent values: over charted history there can be few alarms.
 * @param {Load} load @param {boolean} withUnit @param {Service['monitored']} monitored @returns {string[]} the most important first
 */
function loadParts(load, withUnit, monitored) {
  const of = monitored ? monitored.beds * monitored.spanHours : 0;
  const key = isComparable(monitored) ? 'load' : 'loadUncompared';
  const flood = load.flood ? [t('flood', { count: load.last10Minutes })] : [];
  const hours = monitored && of && (withUnit || !isComparable(monitored)) ? [t('monitoredHours', { hours: format.number(monitored.bedHours, monitored.bedHours < 10 ? 1 : 0), of: format.number(of) })] : [];
  const parts = [...flood, t('loadCount', { count: load.last120Minutes }), t(key, { share: format.percent(load.burn) }), ...hours];
  return parts.map((text, i) => (i ? `· ${text}` : withUnit ? named(load.unit, text) : text));
}

/** Tables for the dialog on data quality. @param {Service} service @param {number} wall */
export function serviceTables({ channels, loads, monitored }, wall) {
  const states = channels.map((channel) =>
    row(`${channelName(channel)} (${channel.channel})`, `${t(`state_${stateOf(channel, wall)}`)}${channel.waiting ? `, ${t('waiting', { count: channel.waiting })}` : ''}`, channel.error),
  );
  const counts = loads.map((load) => row(load.unit, isFresh(load, wall) ? loadText(load, false, monitored) : t('loadUnknown')));
  return [table(t('channels'), states, t('noChannel')), table(t('loads'), counts, t('loadUnknown'))];
}

/** @param {string} name @param {string} text @param {string} [detail] */
function row(name, text, detail) {
  return el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, text, detail ? el('span', { class: 'why' }, detail) : ''));
}

/** @param {string} caption @param {HTMLElement[]} rows @param {string} none */
function table(caption, rows, none) {
  const body = rows.length ? rows : [el('tr', {}, el('td', { class: 'none' }, none))];
  return el('table', { class: 'facts' }, el('caption', {}, caption), el('tbody', {}, ...body));
}
