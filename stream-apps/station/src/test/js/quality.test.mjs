import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { senderCounts } = await load('quality.js');

test('duplicates of a sender are no rejected readings, as in the counts of the whole', () => {
  const { counts, doubts } = senderCounts({
    sender: 'MON', protocols: ['HL7'], readings: 130, published: 120, kept: 30, suspect: 1, retracted: 0, rejected: 89, leftOut: 10,
    reasons: { DUPLICATE: 87, UNMAPPED_CODE: 10, OUT_OF_RANGE: 2, SPIKE: 1 },
  });
  assert.deepEqual(counts, [130, 120, 30, 1, 2, 87, 10]);
  assert.deepEqual(doubts, { UNMAPPED_CODE: 10, OUT_OF_RANGE: 2, SPIKE: 1 });
});

test('a sender that does not come through the gateway has no counts of it', () => {
  assert.deepEqual(senderCounts({ sender: 'sim', protocols: [], kept: 3, suspect: 0, retracted: 0, rejected: 0, reasons: {} }).counts, [
    undefined, undefined, 3, 0, 0, 0, undefined,
  ]);
});
