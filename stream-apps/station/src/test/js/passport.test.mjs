import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { verificationText } = await load('passport.js');

test('a shape and words tell whether a result is the same', () => {
  const answer = { id: 's1:3', computedBy: 'survival 2', inputs: ['windows.hourly-0-7'], command: './vigie verify score s1:3' };
  assert.match(verificationText({ ...answer, outcome: 'SAME' }), /^= IDENTIQUE .*1 enregistrement.*survival 2/);
  assert.match(verificationText({ ...answer, outcome: 'DIFF', reason: 'probability: recorded 0.31, computed 0.32' }), /^≠ DIFFÉRENT : probability: recorded 0.31, computed 0.32/);
  assert.match(verificationText({ ...answer, outcome: 'UNKNOWN', reason: 'no model' }), /^\? Non recalculé : no model/);
});
