import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { listen } = await load('stream.js');

/** Connections that were opened, the newest last. @type {any[]} */
const opened = [];

globalThis.EventSource = /** @type {any} */ (
  class {
    static CLOSED = 2;
    readyState = 1;
    /** @type {Record<string, (event: {data: string}) => void>} */
    on = {};
    constructor() {
      opened.push(this);
    }
    addEventListener(name, handler) {
      this.on[name] = handler;
    }
    close() {
      this.readyState = 2;
    }
    send(name, data = {}) {
      this.on[name]({ data: JSON.stringify(data) });
    }
  }
);

test('a page that is behind says so, drops what waits and begins again with a snapshot', (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  const clock = context.mock.method(performance, 'now', () => 0);
  const at = (/** @type {number} */ ms) => clock.mock.mockImplementation(() => ms);
  let late = 0;
  let cuts = 0;
  let heard = 0;
  let began = 0;
  let mayListen = true;
  listen({ mayListen: () => mayListen, began: () => began++, snapshot: () => {}, bed: () => {}, alert: () => {}, pulse: () => late, cut: () => cuts++, heard: () => heard++ });

  at(20_000);
  opened.at(-1).send('pulse');
  assert.deepEqual([cuts, heard, opened.length], [0, 1, 1]);

  late = 3_001;
  opened.at(-1).send('pulse');
  opened.at(-1).send('bed');
  assert.deepEqual([cuts, heard, opened.length, began], [1, 1, 2, 1], 'neither the pulse nor what follows it makes the page current');
  assert.equal(opened[0].readyState, 2);

  at(21_000);
  opened.at(-1).send('pulse');
  assert.deepEqual([cuts, opened.length], [1, 2], 'it gives the new connection time');

  late = 100;
  opened.at(-1).send('pulse');
  assert.deepEqual([cuts, heard], [1, 2]);

  mayListen = false;
  opened.at(-1).close();
  at(30_000);
  context.mock.timers.tick(250);
  assert.equal(opened.length, 2, 'who may not see the present does not ask again and again');
  mayListen = true;
  at(40_000);
  context.mock.timers.tick(250);
  assert.equal(opened.length, 3);
});

test('a page whose machine slept says so at once, although its steady clock stood still', (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  const wall = Date.now();
  const steady = performance.now();
  context.mock.method(performance, 'now', () => steady);
  const clock = context.mock.method(Date, 'now', () => wall);
  /** @type {number[]} */
  const cuts = [];
  listen({ mayListen: () => true, began: () => {}, snapshot: () => {}, bed: () => {}, alert: () => {}, pulse: () => 0, cut: (since) => cuts.push(since), heard: () => {} });
  opened.at(-1).send('pulse');
  context.mock.timers.tick(250);
  assert.deepEqual(cuts, []);

  clock.mock.mockImplementation(() => wall + 7_200_000);
  context.mock.timers.tick(250);
  assert.deepEqual(cuts, [wall], 'cut since it fell asleep');
});

test('a silent stream is shown within three seconds', (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  const wall = Date.now();
  const steady = performance.now();
  let passed = 0;
  context.mock.method(performance, 'now', () => steady + passed);
  context.mock.method(Date, 'now', () => wall + passed);
  /** @type {number[]} */
  const cuts = [];
  listen({ mayListen: () => true, began: () => {}, snapshot: () => {}, bed: () => {}, alert: () => {}, pulse: () => 0, cut: (since) => cuts.push(since - wall), heard: () => {} });
  for (passed = 1; passed <= 128; passed += 127) opened.at(-1).send('pulse');
  for (passed = 250; passed <= 3_000; passed += 250) context.mock.timers.tick(250);
  assert.deepEqual(cuts, [128]);
});
