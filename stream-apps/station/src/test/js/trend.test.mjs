import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './page.mjs';

const { askTrend } = await load('trend.js');
const { askSession } = await load('session.js');

const TREND = { from: 0, now: 1, hours: 1, lines: [] };

/** The place of the user's name, which this test does not look at. */
const place = { setAttribute: () => {}, append: () => {}, cloneNode: () => place, isEqualNode: () => true };
globalThis.document = /** @type {any} */ ({ createElement: () => place, getElementById: () => place });

/** What the station answers, and which trends were asked of it. @type {string[]} */
let asked = [];
let locked = false;
globalThis.fetch = /** @type {any} */ (
  async (path) => {
    if (path === 'api/user') return Response.json({ name: 'i.martin', role: 'nurse', units: ['REA'], locked, users: [], may: [] });
    asked.push(path);
    return locked ? new Response('', { status: 403 }) : Response.json(TREND);
  }
);

beforeEach(async () => {
  locked = false;
  await askSession();
  asked = [];
});

test('an open screen asks the trends of its bed', async () => {
  assert.deepEqual(await askTrend('REA/lit 1', 6, {}), { trend: TREND });
  assert.deepEqual(asked, ['api/beds/REA/lit%201/trend?hours=6']);
});

test('a screen that is known to be locked has words in place of the trends, and asks none', async () => {
  locked = true;
  await askSession();
  assert.deepEqual(await askTrend('REA/1', 1, {}), { instead: 'trendLocked' });
  assert.deepEqual(asked, []);
});

test('the first refusal tells of the lock, and no second one follows', async () => {
  locked = true;
  assert.deepEqual(await askTrend('REA/1', 1, {}), { instead: 'trendLocked' });
  assert.deepEqual(await askTrend('REA/1', 1, {}), { instead: 'trendLocked' });
  assert.equal(asked.length, 1);
});

test('a station that fails leaves no trend either', async (context) => {
  context.mock.method(globalThis, 'fetch', async () => new Response('', { status: 503 }));
  assert.deepEqual(await askTrend('REA/1', 1, {}), { instead: 'trendFailed' });
});
