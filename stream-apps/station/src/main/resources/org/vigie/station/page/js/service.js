// @ts-check
import { byId, el, setAttribute, setText } from './dom.js';
import * as format from './format.js';
import { t } from './i18n.js';

/** @typedef {import('./model.js').Service} Service */
/** @typedef {import('./model.js').Channel} Channel */
/** @typedef {import('./model.js').Load} Load */

/** How calls reach people, and how many they are. @param {Service} service @param {number} wall */
export function showService({ channels, loads }, wall) {
  const failed = channels.filter((channel) => stateOf(channel, wall) !== 'works');
  const failures = failed.length ? `${t('channelsFail')} ${failed.map((channel) => failure(channel, wall)).join(' · ')}` : '';
  setText(byId('channels'), channels.length ? failures : t('nobodyIsCalled'));
  const fresh = loads.filter((load) => isFresh(load, wall)).sort((a, b) => b.burn - a.burn);
  const node = byId('load');
  node.hidden = loads.length === 0;
  setAttribute(node, 'data-burn', fresh.length === 0 ? 'unknown' : fresh[0].flood ? 'flood' : fresh[0].burn > 1 ? 'over' : 'within');
  setText(node, fresh.length ? loadText(fresh[0], loads.length > 1) : t('loadUnknown'));
  setAttribute(node, 'title', fresh.map((load) => loadText(load, true)).join('\n'));
}

/** Whether a call can leave the page: at least one channel works. @param {Service} service @param {number} wall */
export function canCall({ channels }, wall) {
  return channels.some((channel) => stateOf(channel, wall) === 'works');
}

/** Of a channel that fails, since when and why. @param {Channel} channel @param {number} wall */
function failure(channel, wall) {
  const state = stateOf(channel, wall);
  const time = format.minute(state === 'fails' ? channel.since : channel.sentAt, wall);
  return t(`channel_${state}`, { channel: channelName(channel), time });
}

/** A channel that does not say how it does may be dead. @param {Channel} channel @param {number} wall @returns {'works' | 'fails' | 'silent'} */
function stateOf({ working, sentAt, limitMs }, wall) {
  if (wall - sentAt > limitMs) return 'silent';
  return working ? 'works' : 'fails';
}

/** @param {Channel} channel */
function channelName({ channel }) {
  return channel === 'mail' ? t('channelMail') : channel;
}

/** @param {Load} load @param {number} wall */
const isFresh = ({ sentAt, limitMs }, wall) => wall - sentAt <= limitMs;

/** @param {Load} load @param {boolean} named with its unit */
function loadText(load, named) {
  const text = t('load', { count: load.last120Minutes, share: format.percent(load.burn) });
  return `${named ? `${load.unit} : ` : ''}${load.flood ? `${t('flood', { count: load.last10Minutes })} · ` : ''}${text}`;
}

/** Tables for the dialog on data quality. @param {Service} service @param {number} wall */
export function serviceTables({ channels, loads }, wall) {
  const states = channels.map((channel) =>
    row(channelName(channel), `${t(`state_${stateOf(channel, wall)}`)}${channel.waiting ? `, ${t('waiting', { count: channel.waiting })}` : ''}`, channel.error),
  );
  const counts = loads.map((load) => row(load.unit, isFresh(load, wall) ? loadText(load, false) : t('loadUnknown')));
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
