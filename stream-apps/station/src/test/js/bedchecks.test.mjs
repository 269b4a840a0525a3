import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, bed, load, value, wardOf } from './page.mjs';

const { bedChecks, bedChecksList } = await load('bedchecks.js');

const checksOf = async (...beds) => bedChecks(await wardOf(beds)).map(({ bed: name, what, since }) => `${name} ${what} ${since === null ? '' : NOW - since}`.trim());

test('a bed whose monitor sends and whose patient is known needs no check, nor does a free one', async () => {
  assert.deepEqual(await checksOf(bed('REA/01'), bed('REA/02', { occupant: undefined, values: [] })), []);
});

test('a silent bed is named with the time of its last measurement', async () => {
  assert.deepEqual(await checksOf(bed('REA/01', { values: [value('hr', 82, { asOf: NOW - 60_000 })] })), ['REA/01 NON SURVEILLÉ : le moniteur n’envoie aucune constante 60000']);
  assert.deepEqual(await checksOf(bed('REA/01', { values: [] })), ['REA/01 NON SURVEILLÉ : le moniteur n’envoie aucune constante']);
});

test('a bed whose readings are not processed is named since then', async () => {
  const ward = await wardOf([bed('REA/01')]);
  ward.unwatched = new Map([['REA/01', { bed: 'REA/01', reason: 'UNREAD', since: NOW - 5000 }]]);
  assert.deepEqual(bedChecks(ward), [{ bed: 'REA/01', what: 'NON SURVEILLÉ : ses mesures ne sont plus traitées', since: NOW - 5000 }]);
});

test('several patients in a bed, no admission, and suspect values alone are each named', async () => {
  const several = bed('REA/01', { occupant: { stay: 'conflict-1', provisional: false, sex: 'UNKNOWN', conflictSince: NOW - 9000 } });
  const unknown = bed('REA/02', { occupant: { stay: 'provisional-1', provisional: true, sex: 'UNKNOWN' } });
  const doubtful = bed('REA/03', { values: [value('hr', 41, { verdict: 'SUSPECT', doubtfulSince: NOW - 200_000 })] });
  assert.deepEqual(await checksOf(several, unknown, doubtful), [
    'REA/01 plusieurs patients admis 9000',
    'REA/02 sans admission connue',
    'REA/03 Vérifier au lit, valeur suspecte : FC 200000',
  ]);
});

test('no bed to check is said of a ward that is watched, and of no other', async (context) => {
  globalThis.document = { createElement: drawn };
  context.after(() => delete globalThis.document);
  const ward = await wardOf([bed('REA/01')]);
  const words = (warning) => bedChecksList(ward, warning).map(wordsOf).join(' | ');
  assert.equal(words(''), 'Lits à vérifier | Aucun : chaque lit occupé envoie des mesures, qui sont traitées, pour un seul patient admis.');
  assert.equal(words('NON SURVEILLÉ'), 'Lits à vérifier | NON SURVEILLÉ');
  ward.takeBed(bed('REA/01', { revision: 2, values: [] }));
  assert.match(words(''), /^Lits à vérifier .*REA\/01 NON SURVEILLÉ/);
  assert.match(words('FLUX COUPÉ'), /^FLUX COUPÉ \| .*REA\/01 NON SURVEILLÉ/, 'beyond the ward, each bed is named');
});

/** An element of which only the words count. */
const drawn = () => ({ parts: [], setAttribute: () => {}, append(...parts) { this.parts.push(...parts); } });
const wordsOf = (node) => (typeof node === 'string' ? node : node.parts.map(wordsOf).join(' '));

test('a device is listed with its beds and its newest measurement, the one that has been silent for longest first', async () => {
  const { devicesOf } = await load('devices.js');
  const of = (device, ago) => value('hr', 82, { device, asOf: NOW - ago });
  const ward = await wardOf([
    bed('REA/01', { values: [of('monitor-1', 1000), of('pump-1', 9000)], others: [of('monitor-1', 5000)] }),
    bed('REA/02', { values: [of('pump-1', 7000), of('', 1)] }),
    bed('REA/03', { occupant: undefined, values: [of('monitor-3', 1)] }),
  ]);
  assert.deepEqual(devicesOf(ward), [
    { device: 'pump-1', source: 'monitor', beds: ['REA/01', 'REA/02'], last: NOW - 7000 },
    { device: 'monitor-1', source: 'monitor', beds: ['REA/01'], last: NOW - 1000 },
  ]);
});
