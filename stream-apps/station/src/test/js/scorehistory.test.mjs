import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { heatOf, runsOf, survivalOf } = await load('scorehistory.js');
const point = (hour, more = {}) => ({ windowEnd: hour * 3_600_000, probability: 0.2, model: 'survival', modelVersion: '2', modelDigest: 'a', imputedShare: 0.5, ...more });

test('a new version of the model begins a new line', () => {
  const runs = runsOf([point(1), point(2), point(3, { modelVersion: '3', modelDigest: 'b' })]);
  assert.deepEqual(runs.map(({ model, points }) => [model, points.length]), [['survival 2', 2], ['survival 3', 1]]);
});

test('a window without a number interrupts the line', () => {
  assert.equal(runsOf([point(1), point(2, { probability: undefined }), point(3)]).length, 2);
  assert.deepEqual(runsOf([point(1, { probability: undefined })]), []);
});

test('a survival curve begins with everybody alive at admission', () => {
  assert.deepEqual(survivalOf(point(1, { survival7d: 0.9, survival30d: 0.7 })), [{ day: 0, alive: 1 }, { day: 7, alive: 0.9 }, { day: 30, alive: 0.7 }]);
  assert.deepEqual(survivalOf(point(1)), []);
  assert.deepEqual(survivalOf(undefined), []);
});

test('the heat map sums the contributions of an hour and puts the strongest variable first', () => {
  const { hours, rows, most } = heatOf([
    { variable: 'hr', hour: 3, measured: true, logOdds: 0.1 },
    { variable: 'lactate', hour: 3, measured: true, logOdds: 0.4 },
    { variable: 'lactate', hour: 3, measured: true, logOdds: 0.1 },
    { variable: 'lactate', hour: 1, measured: true, logOdds: -0.3 },
    { variable: 'age', measured: true, logOdds: 2 },
  ]);
  assert.deepEqual(hours, [1, 3]);
  assert.deepEqual(rows.map(({ variable }) => variable), ['lactate', 'hr']);
  assert.equal(rows[0].cells.get(3), 0.5);
  assert.equal(most, 0.5);
});
