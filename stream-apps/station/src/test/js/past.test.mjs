import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, bed, load, value, wardOf } from './page.mjs';

const AT = '2026-11-29T11:00:00Z';
const left = [];
Object.assign(globalThis, {
  location: Object.assign(new URL(`http://127.0.0.1/?lang=fr&at=${AT}`), { assign: (to) => left.push(to), replace: (to) => left.push(to) }),
  history: { replaceState: () => {} },
  addEventListener: () => {},
});
const { changeShape, changeWords, isPast, laterChange, readPast } = await load('past.js');

/** What the page shows of an answer of the station: nothing, or the picture. */
async function shownOf(status, body) {
  return shownOfAll([{ status, body }]);
}

/** What the page shows of answers that follow each other. */
async function shownOfAll(answers) {
  const shown = [];
  const next = () => answers.shift() ?? assert.fail('the page asked too often');
  globalThis.fetch = async (path) => (path === 'api/user' ? { ok: false, status: 503 } : answerOf(next()));
  await readPast((picture) => shown.push(picture));
  return shown;
}

const answerOf = ({ status, body, retryAfter }) => ({ ok: status === 200, status, headers: new Headers(retryAfter ? { 'Retry-After': retryAfter } : {}), json: async () => body, text: async () => String(body) });

const change = (kind, knownAt, more = {}) => ({ bed: 'REA/01', kind, stay: 's1', variable: 'hr', shown: 82, later: 120, measuredAt: NOW - 3_600_000, knownAt, ...more });

test('an answer that does not say which time it shows is not shown', async () => {
  assert.equal(isPast(), true);
  assert.deepEqual(await shownOf(200, { clock: {}, beds: [] }), [], 'it could be the present');
  assert.deepEqual(await shownOf(400, 'at: must lie between'), []);
  assert.deepEqual(await shownOf(503, 'at: another earlier time is being read'), []);
});

test('a page whose station reads another time asks again when it is told to', async (context) => {
  const waited = [];
  context.mock.method(globalThis, 'setTimeout', (next, ms) => waited.push(ms) && next());
  const past = { at: NOW, readAt: NOW, records: 9, rules: '1', limits: {}, changes: [], changesUntil: NOW };
  const shown = await shownOfAll([{ status: 503, body: 'at: another', retryAfter: '2' }, { status: 503, body: 'at: another', retryAfter: '1' }, { status: 200, body: { past } }]);
  assert.equal(shown.length, 1);
  assert.deepEqual(waited, [2000, 1000]);
  assert.deepEqual(await shownOf(503, 'at: the records cannot be read'), [], 'one that names no time to wait is refused');
  assert.deepEqual(waited, [2000, 1000]);
});

test('a page that may not show an earlier time goes back to the present at once, and once', async () => {
  assert.deepEqual(await shownOf(503, 'at: another earlier time is being read'), []);
  assert.deepEqual(left, []);
  assert.deepEqual(await shownOf(403, 'at: a screen that everybody in the room reads'), []);
  assert.deepEqual(await shownOf(403, 'at: a screen that everybody in the room reads'), []);
  assert.deepEqual(left, ['/?lang=fr']);
});

test('the beds that were not watched at an earlier time are marked', async () => {
  const ward = await wardOf([bed('REA/01'), bed('REA/02')]);
  const { isProcessed, watchWarning } = await load('unwatched.js');
  ward.beat({ clock: ward.clock, quality: {}, service: ward.service, unwatched: [{ bed: 'REA/02', reason: 'CANARY_MISSED', since: NOW - 90_000 }] });
  assert.deepEqual(['REA/01', 'REA/02'].map((name) => isProcessed(ward, name)), [true, false]);
  assert.match(watchWarning(ward), /NON SURVEILLÉ — 1 lit\(s\) : REA\/02\. .* depuis 11:58:30/);
});

test('a number that changed later has the shape and the words of its newest change', async () => {
  const changes = [change('WITHDRAWN', NOW - 2_000, { later: undefined }), change('CORRECTED', NOW - 1_000), change('LATE', NOW, { variable: 'temp' })];
  const past = { at: NOW - 3_600_000, readAt: NOW, records: 9, rules: '1', limits: {}, changes, changesUntil: NOW };
  assert.equal((await shownOf(200, { past })).length, 1);
  const ward = await wardOf([bed('REA/01', { values: [value('hr', 82)] })]);

  const found = laterChange('REA/01', 'hr');
  assert.equal(changeShape(found), '≠');
  assert.match(changeWords(found, ward), /≠ corrigé depuis · affiché 82 \/min, ensuite 120 \/min · mesuré 11:00:00, connu à 11:59:59/);
  assert.match(changeWords(changes[0], ward), /× retiré depuis · affiché 82 \/min, ensuite --/);
  assert.equal(changeShape(laterChange('REA/02', 'hr')), '');
});

test('no time goes on in a moment of the past', async (context) => {
  const clock = context.mock.method(performance, 'now', () => 0);
  const ward = await wardOf([bed('REA/01')]);
  ward.clock.speed = 1;
  ward.still = true;
  clock.mock.mockImplementation(() => 60_000);
  assert.deepEqual([ward.now(), ward.wall()], [NOW, NOW]);
  ward.still = false;
  assert.deepEqual([ward.now(), ward.wall()], [NOW + 60_000, NOW + 60_000]);
});
