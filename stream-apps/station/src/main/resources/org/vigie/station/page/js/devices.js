// @ts-check
import { el } from './dom.js';
import * as format from './format.js';
import { t } from './i18n.js';

/** The devices whose values the page shows: at which beds, and when each was measured with last. */

/** @typedef {import('./model.js').Ward} Ward */
/** @typedef {{device: string, source: string, beds: string[], last: number}} DeviceRow last: epoch ms of its newest measurement */

/** The one that has been silent for longest stands first. @param {Ward} ward @returns {DeviceRow[]} */
export function devicesOf(ward) {
  /** @type {Map<string, DeviceRow>} */
  const rows = new Map();
  for (const { bed, occupant, values, others } of ward.beds.values()) {
    for (const { device, source, asOf } of occupant ? [...values, ...(others ?? [])] : []) {
      const row = rows.get(`${source}\n${device}`) ?? { device, source, beds: [], last: asOf };
      if (!row.beds.includes(bed)) row.beds.push(bed);
      row.last = Math.max(row.last, asOf);
      rows.set(`${source}\n${device}`, row);
    }
  }
  return [...rows.values()].filter(({ device }) => device).sort((one, other) => one.last - other.last);
}

/** The list of the unit. @param {Ward} ward */
export function devicesTable(ward) {
  const now = ward.now() ?? ward.wall();
  const head = el('tr', {}, ...[t('device'), t('sender'), t('bed'), t('lastReading')].map((text) => el('th', { scope: 'col', class: 'reasons' }, text)));
  const rows = devicesOf(ward).map(({ device, source, beds, last }) => el('tr', {}, el('th', { scope: 'row' }, device), el('td', { class: 'reasons' }, source), el('td', { class: 'reasons' }, beds.join(', ')), el('td', {}, `${format.when(last, now)} (${format.age(now - last)})`)));
  const body = rows.length ? rows : [el('tr', {}, el('td', { class: 'none', colspan: '4' }, t('noSender')))];
  return el('table', { class: 'facts devices' }, el('caption', {}, t('devices')), el('thead', {}, head), el('tbody', {}, ...body));
}
