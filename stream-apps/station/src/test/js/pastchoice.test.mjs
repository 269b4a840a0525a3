import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { load } from './page.mjs';

const { shiftStart } = await load('pastchoice.js');
const { clock, fieldText, fieldTime, inZone, zoneName } = await load('format.js');

const at = (text) => Date.parse(text);

afterEach(() => inZone(''));

test('the page writes and reads times in the zone of the unit', () => {
  inZone('Europe/Paris');
  assert.equal(zoneName(), 'Europe/Paris');
  assert.equal(clock(at('2026-11-30T09:05:07Z')), '10:05:07');
  assert.equal(fieldText(at('2026-11-30T23:05:07Z')), '2026-12-01T00:05:07');
  assert.equal(fieldTime('2026-12-01T00:05:07'), at('2026-11-30T23:05:07Z'));
  assert.equal(fieldTime('2026-07-01T10:00'), at('2026-07-01T08:00:00Z'), 'summer time');
});

test('a time is read on the right side of a change to or from summer time', () => {
  inZone('Europe/Paris');
  for (const text of ['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z', '2026-10-25T02:00:00Z', '2026-10-24T22:30:00Z']) assert.equal(fieldTime(fieldText(at(text))), at(text), text);
  const twice = fieldTime('2026-10-25T02:30:00');
  assert.equal(fieldText(twice), '2026-10-25T02:30:00', 'one of both');
});

test('without a zone, or with one that nobody knows, times are those of the browser', () => {
  inZone('Europe/Lutece');
  assert.equal(zoneName(), 'UTC');
  assert.equal(clock(at('2026-11-30T09:05:07Z')), '09:05:07');
  assert.equal(fieldTime('2026-11-30T09:05:07'), at('2026-11-30T09:05:07Z'));
});

test('the shift of a moment began at the last of its starts, perhaps the evening before', () => {
  inZone('Europe/Paris');
  const starts = ['07:00', '19:00'];
  assert.equal(shiftStart(starts, at('2026-11-30T12:00:00Z')), at('2026-11-30T06:00:00Z'));
  assert.equal(shiftStart(starts, at('2026-11-30T05:59:00Z')), at('2026-11-29T18:00:00Z'));
  assert.equal(shiftStart(starts, at('2026-11-30T06:00:00Z')), at('2026-11-29T18:00:00Z'), 'the moment itself is no earlier one');
  assert.equal(shiftStart(starts, at('2026-11-30T22:30:00Z')), at('2026-11-30T18:00:00Z'), 'local midnight is over, that of UTC is not');
  assert.equal(shiftStart([], at('2026-11-30T12:00:00Z')), undefined);
});
