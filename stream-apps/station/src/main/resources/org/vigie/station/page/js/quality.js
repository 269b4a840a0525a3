// @ts-check
import { bedChecksList } from './bedchecks.js';
import { devicesTable } from './devices.js';
import { byId, el, setChildren } from './dom.js';
import * as format from './format.js';
import { named, reasonText, t } from './i18n.js';
import { shortName } from './incident.js';
import { Ward, isUnknownBed } from './model.js';
import { isPast } from './past.js';
import { serviceTables } from './service.js';

/** @param {Record<string, number>} counts */
const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

/** Opens the dialog on the ward's data quality. @param {Ward} held @param {() => string} warning what the banner of the ward says now */
export async function showQuality(held, warning) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('quality-dialog'));
  const ward = await counted(held);
  const quality = ward.quality;
  if (!quality) return;
  const close = el('button', { type: 'button', class: 'close' }, t('close'));
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(
    el('header', { class: 'dialog-head' }, el('h2', { id: 'quality-title' }, t('qualityOf')), close),
    el('p', { class: 'quiet' }, quality.since === undefined ? '' : t('countedSince', { time: format.when(quality.since, Date.now()) })),
    el('section', { class: 'bed-checks' }, ...bedChecksList(held, warning())),
    el('p', { class: 'shares' }, shares(quality)),
    senders(quality.senders),
    el('div', { class: 'columns' }, totals(quality), reasons(quality), perBed(ward), unknownBeds(ward), devicesTable(held), el('div', {}, ...serviceTables(ward.service, ward.wall()))),
  );
  if (!dialog.open) dialog.showModal();
}

/** Keeps the beds to check of the open dialog current; its counts stay those of one moment. @param {Ward} ward @param {string} warning */
export function updateQuality(ward, warning) {
  const list = document.querySelector('#quality-dialog[open] .bed-checks');
  if (list) setChildren(list, ...bedChecksList(ward, warning));
}

/**
 * The counts of one moment: those of the stream come at different times. Without an answer those that the page holds. An earlier time has only those:
 * the station would answer with the present.
 * @param {Ward} held
 */
async function counted(held) {
  if (isPast()) return held;
  const ward = new Ward();
  try {
    const answer = await fetch('api/ward');
    if (!answer.ok) return held;
    ward.replace(await answer.json());
    return ward;
  } catch {
    return held;
  }
}

/** The whole in one sentence. @param {import('./model.js').Quality} quality */
function shares({ kept, suspect, rejected }) {
  const total = kept + sum(suspect) + sum(rejected);
  const share = (/** @type {number} */ count) => format.share(total ? count / total : 0);
  return total ? t('shares', { total: format.number(total), kept: share(kept), suspect: share(sum(suspect)), rejected: share(sum(rejected)) }) : '';
}

/**
 * What became of a sender's readings. As in the counts of the whole, duplicates are not among the rejected ones: the reading itself is taken.
 * @param {import('./model.js').Sender} of
 */
export function senderCounts({ readings, published, kept, suspect, rejected, leftOut, reasons }) {
  const { DUPLICATE: duplicates = 0, ...doubts } = reasons;
  return { counts: [readings, published, kept, suspect, rejected - duplicates, duplicates, leftOut], doubts };
}

/** What became of each sender's readings. @param {import('./model.js').Sender[]} list */
function senders(list) {
  /** @type {import('./i18n.js').Key[]} */
  const names = ['sender', 'readingsIn', 'published', 'keptShort', 'suspectShort', 'rejectedShort', 'duplicates', 'leftOut', 'topReasons'];
  const head = el('tr', {}, ...names.map((name) => el('th', { scope: 'col', class: name === 'topReasons' ? 'reasons' : '' }, t(name))));
  const rows = list.map((of) => {
    const { counts, doubts } = senderCounts(of);
    const name = el('th', { scope: 'row' }, of.sender, of.protocols.length ? el('span', { class: 'why' }, of.protocols.join(', ')) : '');
    return el('tr', {}, name, ...counts.map(cell), el('td', { class: 'reasons' }, topReasons(doubts)));
  });
  const body = rows.length ? rows : [el('tr', {}, el('td', { class: 'none', colspan: String(names.length) }, t('noSender')))];
  return el('table', { class: 'facts senders' }, el('caption', {}, t('bySender')), el('thead', {}, head), el('tbody', {}, ...body));
}

/** The three most frequent ones. @param {Record<string, number>} reasons */
function topReasons(reasons) {
  return Object.entries(reasons)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([reason, count]) => `${reasonText(reason)} ${format.number(count)}`)
    .join(' · ');
}

/** @param {import('./model.js').Quality} quality */
function totals(quality) {
  const rest = [
    [t('suspectTotal'), sum(quality.suspect)],
    [t('rejectedTotal'), sum(quality.rejected)],
    [t('retractedTotal'), quality.retracted],
    [t('unmapped'), quality.rejected.UNKNOWN_VARIABLE ?? 0],
    [t('unmappedCodes'), quality.senders.reduce((total, { reasons }) => total + (reasons.UNMAPPED_CODE ?? 0), 0)],
    [t('duplicates'), quality.duplicates],
    [t('quarantined'), sum(quality.quarantined)],
    [t('unreadable'), quality.unreadable],
  ];
  return table(t('allSenders'), [[t('kept'), quality.kept], ...rest.filter(([, count]) => Number(count) > 0)]);
}

/** The reasons by their number; a sentence where there is none. @param {import('./model.js').Quality} quality */
function reasons({ suspect, rejected, quarantined }) {
  const counted = [...Object.entries(rejected), ...Object.entries(suspect), ...Object.entries(quarantined)];
  const rows = counted.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]).map(([reason, count]) => [reasonText(reason), count]);
  return rows.length ? table(t('byReason'), rows) : el('section', {}, el('h3', {}, t('byReason')), el('p', { class: 'quiet' }, t('noReason')));
}

/** The beds with suspect or rejected readings; one row stands for all others. @param {Ward} ward */
function perBed(ward) {
  const occupied = [...ward.beds.values()].filter((bed) => bed.occupant);
  const counted = occupied.filter((bed) => sum(bed.suspect) + sum(bed.rejected) > 0);
  /** @param {string} name @param {number} suspect @param {number} rejected @param {string} which */
  const row = (name, suspect, rejected, which) => el('tr', {}, el('th', { scope: 'row' }, name), cell(suspect), cell(rejected), el('td', { class: 'reasons' }, which));
  const rows = counted.map((bed) => row(bed.bed, sum(bed.suspect), sum(bed.rejected), doubtfulText(bed, ward)));
  if (!rows.length) return el('section', {}, el('h3', {}, t('perBed')), el('p', { class: 'quiet' }, t('noBedCounted')));
  if (counted.length < occupied.length) rows.push(row(t('otherBeds', { count: occupied.length - counted.length }), 0, 0, ''));
  const head = el('tr', {}, ...[t('bed'), t('suspectTotal'), t('rejectedTotal')].map((text) => el('th', { scope: 'col' }, text)), el('th', { scope: 'col', class: 'reasons' }, t('which')));
  return el('table', { class: 'facts' }, el('caption', {}, t('perBed')), el('thead', {}, head), el('tbody', {}, ...rows));
}

/** Which measurements of a bed were doubted most often, and why. @param {import('./model.js').Bed} bed @param {Ward} ward */
function doubtfulText({ doubtful }, ward) {
  return (doubtful ?? []).map(({ variable, reason, count }) => named(shortName(variable, ward), `${reasonText(reason)} ${format.number(count)}`)).join(' · ');
}

/** Beds that the unit does not list. @param {Ward} ward */
function unknownBeds(ward) {
  const names = [...ward.beds.keys()].filter(isUnknownBed);
  return el('section', { class: 'unknown-beds' }, el('h3', {}, named(t('unknownBeds'), names.length)), el('p', {}, names.join(', ')));
}

/** @param {string} caption @param {(string | number)[][]} rows */
function table(caption, rows) {
  const body = rows.map(([name, count]) => el('tr', {}, el('th', { scope: 'row' }, String(name)), cell(Number(count))));
  return el('table', { class: 'facts' }, el('caption', {}, caption), el('tbody', {}, ...body));
}

/** What the gateway does not count has no number. @param {number | undefined} count */
const cell = (count) => el('td', count ? {} : { class: 'zero' }, count === undefined ? '–' : format.number(count));
