import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, load } from './page.mjs';

const { SmallTrend, changeOf, linesOf } = await load('smalltrend.js');
const MINUTE = 60_000;
const at = (minutesAgo, value) => ({ t: NOW - minutesAgo * MINUTE, value });

test('a small trend keeps one point for each minute of the last hour', () => {
  const trend = new SmallTrend([at(61, 80), at(60, 81)], 'hr');
  trend.take(NOW - 1000, 82);
  trend.take(NOW - 500, 83);
  trend.take(NOW - 30 * MINUTE, 99);
  assert.deepEqual(trend.points.map(({ value }) => value), [81, 83]);
});

test('a gap in the values is a gap in the line', () => {
  assert.equal(linesOf([at(20, 80), at(19, 81), at(10, 82), at(9, 83)], NOW, 'hr').length, 2);
});

test('noise stays flat and a change fills the height', () => {
  const heights = (points) => linesOf(points, NOW, 'hr')[0].split(' ').map((point) => Number(point.split(',')[1]));
  const noise = heights([at(2, 80), at(1, 82), at(0, 80)]);
  assert.ok(Math.max(...noise) - Math.min(...noise) < 2);
  const change = heights([at(2, 80), at(1, 110), at(0, 150)]);
  assert.equal(Math.max(...change) - Math.min(...change), 18);
  assert.ok(change[2] < change[0], 'a higher value lies higher');
});

test('a single value is no trend', () => {
  assert.deepEqual(linesOf([at(0, 80)], NOW, 'hr'), []);
});

test('a temperature has the change of its last four hours', () => {
  const trend = new SmallTrend([at(250, 36.0), at(239, 37.2), at(120, 37.9)], 'temp');
  trend.take(NOW, 38.4);
  const change = changeOf(trend, NOW);
  assert.equal(change.by.toFixed(1), '1.2');
  assert.equal(change.over, 239 * MINUTE);
});

test('a temperature of less than two hours has no trend', () => {
  assert.equal(changeOf(new SmallTrend([at(119, 37.0), at(0, 39.0)], 'temp'), NOW), null);
  assert.equal(changeOf(undefined, NOW), null);
});
