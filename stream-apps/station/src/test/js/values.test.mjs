import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { NOW, load, value, wardOf } from './page.mjs';

const vital = await load('vital.js');
const format = await load('format.js');
const { inputNames } = await load('triage.js');
const { switchLanguage } = await load('i18n.js');

test('a time on a sheet carries its date when it lies more than 20 hours back or ahead', () => {
  assert.equal(format.dated(NOW - 3600e3, NOW), '11:00');
  assert.equal(format.dated(NOW - 20 * 3600e3, NOW), '16:00');
  assert.equal(format.dated(NOW - 21 * 3600e3, NOW), '28/11 15:00');
  assert.equal(format.dated(NOW + 30 * 3600e3, NOW), '30/11 18:00');
  switchLanguage();
  assert.equal(format.dated(NOW - 21 * 3600e3, NOW), '28/11, 15:00');
  switchLanguage();
});

test('what a score or a level lacks has names and no codes', () => {
  const inputs = ['rr', 'spo2', 'sbp', 'pulse', 'gcs', 'oxygen', 'pressure'];
  assert.equal(inputNames(inputs), 'FR, SpO₂, PAS, FC, conscience, oxygène, pression artérielle');
  switchLanguage();
  assert.equal(inputNames(inputs), 'RR, SpO₂, SBP, HR, consciousness, oxygen, blood pressure');
  switchLanguage();
});

test('a value becomes stale when the ward clock passes its limit', () => {
  const heart = value('hr', 82);
  assert.equal(vital.isStale(heart, heart.asOf + heart.limitMs), false);
  assert.equal(vital.isStale(heart, heart.asOf + heart.limitMs + 1), true);
});

test('a value that the station sent as stale never becomes current again', () => {
  assert.equal(vital.isStale(value('hr', undefined, { stale: true }), NOW), true);
});

test('a place shows its second choice while the first is stale, and the first again when it is current', () => {
  const place = vital.PLACES.find(({ place: name }) => name === 'bp');
  const cuff = value('nibp_sys', 118, { limitMs: 3_600_000 });
  const lineNow = value('abp_sys', 121);
  const lineOld = value('abp_sys', undefined, { asOf: NOW - 60_000 });
  const shown = (line) => vital.choose(new Map([['abp_sys', line], ['nibp_sys', cuff]]), place, NOW).label;
  assert.equal(shown(lineOld), 'nibp');
  assert.equal(shown(lineNow), 'abp');
});

test('a cuff pressure alone is no watch over a patient', () => {
  assert.equal(vital.isWatched([value('nibp_sys', 118, { limitMs: 3_600_000 })], NOW), false);
  assert.equal(vital.isWatched([value('hr', 82)], NOW), true);
});

test('on the sheet of a handover a value has its age from one and a half minutes, and a pressure that of its oldest part', () => {
  const ago = (ms) => value('nibp_sys', 118, { asOf: NOW - ms });
  const told = (...values) => vital.toldAge(values, NOW);
  assert.equal(told(ago(89_999), undefined), null);
  assert.equal(told(ago(90_000)), 90_000);
  assert.equal(told(ago(1000), ago(540_000), undefined), 540_000);
  assert.equal(told(undefined), null);
  assert.equal(format.briefAge(told(ago(540_000))), '9′');
});

test('the feed interval is that of the rarest current value', () => {
  const minute = value('hr', 82, { feedIntervalMs: 60_000 });
  const five = value('rr', 16, { feedIntervalMs: 300_000 });
  const old = value('temp', undefined, { feedIntervalMs: 900_000, asOf: NOW - 60_000 });
  assert.equal(vital.feedInterval([minute, five, old], NOW), 300_000);
  assert.equal(vital.feedInterval([value('hr', 82)], NOW), null);
});

test('a source counts as newly followed for a quarter of an hour', () => {
  assert.equal(vital.isSwitched(value('hr', 82, { switchedAt: NOW - 15 * 60_000 }), NOW), true);
  assert.equal(vital.isSwitched(value('hr', 82, { switchedAt: NOW - 15 * 60_000 - 1 }), NOW), false);
  assert.equal(vital.isSwitched(value('hr', 82), NOW), false);
});

test('a probability is never called nothing and never certain', () => {
  assert.equal(format.chance(0), '< 1 %');
  assert.equal(format.chance(0.31), '31 %');
  assert.equal(format.chance(1), '> 99 %');
});

test('a small share of many is not zero', () => {
  assert.equal(format.share(0.0001), '< 0,1 %');
  assert.equal(format.share(0), '0,0 %');
});

test('a laboratory value is shown in the unit of the reader', async () => {
  await wardOf([]);
  assert.equal(format.quantity('creatinine', 1), '88 µmol/L');
});

test('a temperature keeps its decimal and a heart rate has none', () => {
  assert.equal(format.measure('temp', 37), '37,0');
  assert.equal(format.measure('hr', 82.4), '82');
});

test('numbers and times follow the language of the page, also after they were written in the other one', () => {
  const written = () => [format.measure('temp', 37), format.signed(0.5, 1), format.minute(NOW, NOW)];
  assert.deepEqual(written(), ['37,0', '+0,5', '12:00']);
  switchLanguage();
  assert.deepEqual(written(), ['37.0', '+0.5', '12:00']);
  switchLanguage();
  assert.equal(format.measure('temp', 37), '37,0');
});

test('an age has one unit, seconds below 90 s and minutes below 90 min', () => {
  assert.equal(format.age(89_000), '89 s');
  assert.equal(format.age(90_000), '1 min');
  assert.equal(format.age(89 * 60_000), '89 min');
  assert.equal(format.age(90 * 60_000), '1 h');
  assert.equal(format.age(48 * 3_600_000), '2 j');
  assert.equal(format.age(-5000), '0 s');
});

test('in little room minutes are written with a prime', () => {
  assert.equal(format.briefAge(250_000), '4′');
  assert.equal(format.briefAge(3000), '3s');
});

test('a feed is written as values per minute or per seconds', () => {
  assert.equal(format.rate(60_000), '1/min');
  assert.equal(format.rate(300_000), '1/5 min');
  assert.equal(format.rate(20_000), '1/20 s');
});

test('a value that is suspect for long asks for a look while it is current', () => {
  const doubtful = value('hr', 41, { verdict: 'SUSPECT', doubtfulSince: NOW - 180_000 });
  assert.equal(vital.isDoubtful(doubtful, NOW), true);
  assert.equal(vital.isDoubtful(doubtful, NOW + 60_000), false);
  assert.equal(vital.isDoubtful(value('hr', 41, { verdict: 'SUSPECT' }), NOW), false);
});

test('the words of the page are those of a unit, not those of a model', async () => {
  const words = await readFile(new URL('../../main/resources/org/vigie/station/page/js/i18n.js', import.meta.url), 'utf8');
  const texts = [...words.matchAll(/^ {2,4}(?:[\w'-]+: )?'(.*)',$/gm)].map(([, text]) => text);
  assert.ok(texts.length > 700, `${texts.length}`);
  assert.deepEqual(texts.filter((text) => /imput|fenêtre|\bwindow\b|fiche de ce modèle|card of this model|hyst[eé]r|\bvariable\b/i.test(text.replaceAll(/\{\w+\}/g, ''))), []);
});

test('a child, and a patient without an age, is said to be judged by adult limits; an adult is not', async () => {
  const { doubtText } = await load('notes.js');
  const of = (more) => doubtText({ occupant: { stay: 's1', provisional: false, sex: 'MALE', ...more } }, NOW);
  assert.equal(of({ age: 9.4, ageDoubt: 'CHILD' }), 'Enfant, 9,4 ans : alarmes, triage et scores jugés par des limites d’adulte');
  assert.equal(of({ ageDoubt: 'UNKNOWN' }), 'Âge inconnu : alarmes, triage et scores jugés par des limites d’adulte');
  assert.equal(of({ age: 72 }), '');
  assert.equal(doubtText({}, NOW), '');
});

test('where several patients are admitted to a bed, that is said in place of an unknown age and of a pseudonym', async () => {
  const { doubtText } = await load('notes.js');
  const { identifiers } = await load('tile.js');
  const occupant = { stay: 'conflict-1', patient: 'conflict-1', provisional: false, sex: 'UNKNOWN', ageDoubt: 'UNKNOWN', conflictSince: NOW - 60_000 };
  assert.match(doubtText({ occupant }, NOW), /^Plusieurs patients sont admis dans ce lit depuis 11:59:00/);
  assert.deepEqual(identifiers(occupant), ['plusieurs patients admis']);
});

test('a countdown is written in minutes and seconds, and ends at zero', () => {
  assert.equal(format.countdown(65_000), '1:05');
  assert.equal(format.countdown(59_001), '1:00');
  assert.equal(format.countdown(-1), '0:00');
});
