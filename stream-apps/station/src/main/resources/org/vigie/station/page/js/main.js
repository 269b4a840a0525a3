// @ts-check
import { AlarmList } from './alarms.js';
import { BedDialog } from './bed.js';
import { TileDensity } from './density.js';
import { arrange, byId, el, focusOn, setChildren, setText } from './dom.js';
import * as format from './format.js';
import { language, named, otherLanguage, switchLanguage, t } from './i18n.js';
import { Ward } from './model.js';
import { STARS } from './priority.js';
import { showQuality, updateQuality } from './quality.js';
import { showRules } from './rules.js';
import { changeCount, showChanges, updateChanges } from './changes.js';
import { offerPast, pastOnly } from './pastchoice.js';
import { isPast, pastWord, readPast, showPast } from './past.js';
import { isStudy, showStudy } from './replay.js';
import { askSession, canSeePresent, showSession } from './session.js';
import { canCall, showService } from './service.js';
import { AlarmSignals } from './signals.js';
import { SORTS, chooseSort, sorted, sorting } from './sort.js';
import { listen } from './stream.js';
import { Tile } from './tile.js';
import { watchWarning } from './unwatched.js';

const ward = new Ward();
const dialog = new BedDialog(ward);
const alarmList = new AlarmList(ward, (bed) => dialog.open(bed));
const signals = new AlarmSignals();
const density = new TileDensity(byId('bed-area'), byId('beds'), () => showTiles());
/** @type {Map<string, Tile>} */
let tiles = new Map();
/** @type {number | null} wall time since which nothing was heard */
let cutSince = null;
/** @type {string | null} bed that the address names; it is opened once */
let askedBed = new URLSearchParams(location.search).get('bed');
/** Beds whose tiles the next frame draws. @type {Set<string>} */
const changed = new Set();
let alarmsKnown = false;
let called = false;

const hear = {
  mayListen: canSeePresent,
  /** @param {any} picture */
  snapshot: (picture) => {
    ward.replace(picture);
    layOut();
    showEverything();
    openAskedBed();
  },
  /** @param {import('./model.js').Bed} bed */
  bed: (bed) => {
    if (ward.takeBed(bed)) drawSoon(bed.bed);
  },
  /** @param {import('./model.js').Alert} alert */
  alert: (alert) => {
    ward.takeAlert(alert);
    showAlarms();
    dialog.alarmsChanged();
  },
  /** @param {any} pulse */
  pulse: (pulse) => {
    ward.beat(pulse);
    return ward.late;
  },
  began: () => ward.begin(),
  /** @param {number} since */
  cut: (since) => {
    cutSince = since;
    showState();
    askSession();
  },
  heard: () => {
    if (cutSince !== null || document.body.classList.contains('waiting')) {
      cutSince = null;
      document.body.classList.remove('waiting');
      showState();
    }
  },
};

// An earlier time has no stream: whatever comes in would be of the present.
if (isPast()) {
  ward.still = true;
  readPast((picture) => {
    hear.snapshot(picture);
    hear.heard();
  }).finally(showState);
} else listen(hear);

// Once a second everything grows older, whether or not anything comes in.
setInterval(() => {
  showState();
  ageTiles();
  alarmList.update();
}, 1000);

byId('open-changes').addEventListener('click', () => showChanges(ward));
byId('open-quality').addEventListener('click', () => showQuality(ward, bannerText));
byId('language').addEventListener('click', () => {
  switchLanguage();
  showSession();
  showEverything();
  dialog.rebuild();
});
byId('beds').addEventListener('keydown', moveByArrow);
askSession();
// An earlier time has no stream that ends with the rights of its user.
setInterval(askSession, isPast() ? 5_000 : 60_000);
showEverything();

/** Draws a changed bed with the next frame, together with all others that changed until then. @param {string} bed */
function drawSoon(bed) {
  if (!changed.size) requestAnimationFrame(drawChanged);
  changed.add(bed);
}

/** Draws one bed. A fault in it is reported and stops no other bed. @param {string} bed */
function drawTile(bed) {
  try {
    tiles.get(bed)?.show(ward.beds.get(bed) ?? never(bed), ward);
  } catch (failure) {
    reportError(failure);
  }
}

function drawChanged() {
  const beds = [...changed];
  changed.clear();
  beds.forEach(drawTile);
  if (sorting() === 'triage') sortTiles();
  alarmList.update(beds);
  beds.forEach((bed) => dialog.changed(bed));
}

/** Opens the bed that the address names, as a link of Grafana does. */
function openAskedBed() {
  if (askedBed !== null && ward.beds.has(askedBed)) dialog.open(askedBed);
  askedBed = null;
}

/** Every bed has its place; tiles of beds that stayed are kept. */
function layOut() {
  const old = tiles;
  tiles = new Map([...ward.beds.keys()].map((bed) => [bed, old.get(bed) ?? new Tile(bed, (name) => dialog.open(name))]));
  sortTiles();
  density.fit();
}

/** The beds in their fixed places, or the most urgent first. */
function sortTiles() {
  arrange(byId('beds'), sorted(ward).flatMap((bed) => tiles.get(bed)?.node ?? []));
}

function showSorts() {
  const buttons = SORTS.map((sort) => {
    const button = el('button', { type: 'button', 'data-sort': sort, 'aria-pressed': String(sort === sorting()) }, t(`sort_${sort}`));
    button.addEventListener('click', () => {
      chooseSort(sort);
      showSorts();
      sortTiles();
      focusOn(document, `[data-sort=${sort}]`);
    });
    return button;
  });
  byId('sort').setAttribute('aria-label', t('sort'));
  byId('sort').replaceChildren(...buttons);
}

function showEverything() {
  document.documentElement.lang = language();
  document.querySelectorAll('[data-text]').forEach((node) => setText(node, t(/** @type {any} */ (node.getAttribute('data-text')))));
  setText(byId('language'), otherLanguage());
  byId('language').lang = language() === 'fr' ? 'en' : 'fr';
  showSorts();
  showTiles();
  showState();
  showAlarms();
}

/** Draws the beds that sent nothing for a second: their numbers grow old. */
function ageTiles() {
  tiles.forEach((tile, bed) => tile.isFresh() || drawTile(bed));
  if (sorting() === 'triage') sortTiles();
}

function showTiles() {
  tiles.forEach((_, bed) => drawTile(bed));
  if (sorting() === 'triage') sortTiles();
}

function showAlarms() {
  alarmList.show(alarmsKnown, called);
  sound();
  showCounts();
}

/** All open alarms by priority; those of monitors come with each pulse. */
function showCounts() {
  setChildren(byId('counts'), ...Object.entries(STARS).map(([priority, stars]) => count(priority, stars)));
}

/** @param {string} priority @param {string} stars */
function count(priority, stars) {
  const { own, monitors } = ward.alarmCount(priority);
  const number = own + monitors;
  const title = named(t(/** @type {any} */ (`count${stars.length}`)), t('countOf', { own, monitors }));
  return el('span', { 'data-priority': number && alarmsKnown ? priority : 'NONE', ...(alarmsKnown ? { title } : {}) }, `${stars} ${alarmsKnown ? number : '--'}`);
}

/** The clock, the marks and the banner: what must never be missed. */
function showState() {
  const now = ward.now();
  const clock = ward.clock;
  setText(byId('clock'), now === null ? '--:--:--' : `${isPast() ? `${pastWord()} ` : ''}${format.clock(now)}`);
  setText(byId('date'), now === null ? '' : format.date(now));
  if (isPast()) showPast(ward);
  else {
    showStudy(clock);
    offerPast(ward);
  }
  document.body.classList.toggle('past-only', !isPast() && !canSeePresent());
  const replay = byId('replay');
  replay.hidden = !clock?.replay;
  setText(replay, clock?.replay ? t('replay', { speed: format.number(clock.speed) }) : '');
  const isCut = cutSince !== null;
  const unwatched = clock !== null && !clock.watched;
  document.body.classList.toggle('cut', isCut);
  document.body.classList.toggle('unwatched', !isCut && unwatched);
  const lost = clock?.noAlarmsSince;
  setText(byId('banner'), bannerText());
  document.body.classList.toggle('no-alarms', lost !== undefined);
  setText(byId('open-changes'), t('changes', { count: changeCount(ward) }));
  updateChanges(ward);
  updateQuality(ward, bannerText());
  if (clock) showService(ward.service, ward.wall());
  if (isStudy() || isPast()) setText(byId('channels'), '');
  showRules(ward);
  setText(byId('live'), isPast() ? pastWord() : t(isCut || clock === null || clock.reason === 'STARTING' ? 'connecting' : 'live'));
  const known = clock !== null && !isCut && !unwatched && lost === undefined;
  const calling = canCall(ward.service, ward.wall());
  if (known !== alarmsKnown || calling !== called) {
    alarmsKnown = known;
    called = calling;
    showAlarms();
    dialog.alarmsChanged();
  }
  showCounts();
  sound();
}

/** What must be said of the whole ward before anything else; empty while it is watched. */
function bannerText() {
  if (!canSeePresent() && !isPast()) return pastOnly();
  return cutSince === null ? watchWarning(ward) : t('cut', { time: format.clock(cutSince) });
}

/** Before the first picture of the ward there is nothing to sound, and never at an earlier time or where the present is not shown. */
function sound() {
  if (isPast() || !canSeePresent()) return;
  if (ward.clock || cutSince !== null) signals.update(ward.alerts.values(), ward.now() ?? 0, { blind: !alarmsKnown, partly: ward.unwatched.size > 0, replay: ward.clock?.replay ?? false });
}

/** Arrow keys go from bed to bed as they lie. @param {KeyboardEvent} event */
function moveByArrow(event) {
  const nodes = sorted(ward).flatMap((bed) => tiles.get(bed)?.open ?? []);
  const from = nodes.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const columns = getComputedStyle(byId('beds')).gridTemplateColumns.split(' ').length;
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
  if (from < 0 || step === undefined) return;
  event.preventDefault();
  nodes[from + step]?.focus();
}

/** @param {string} bed */
function never(bed) {
  return { bed, revision: 0, values: [], limits: [], alarms: { active: 0, technicalActive: 0, variables: {} }, suspect: {}, rejected: {} };
}
