import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, alert, bed, load, value, wardOf } from './page.mjs';

const { causeFirst, endText, incidentsOf, liveSentence, liveWordings } = await load('incident.js');
const { contradiction, triageBadge } = await load('triage.js');
const { riskAbsent } = await load('risk.js');
const { awaitsEstimate, limitationText } = await load('notes.js');
const { canCall } = await load('service.js');
const { changesOf } = await load('changes.js');
const { shelfName, shelvesOver } = await load('shelves.js');
const { watchWarning } = await load('unwatched.js');
const { pausedText, unansweredFor, unansweredText } = await load('orders.js');
const { isAudible } = await load('signals.js');
const { legibleMarks } = await load('priority.js');

const ATTENTION = { level: 'NORMAL', reasonsFr: [], reasonsEn: [], missing: [] };
const triage = (attention) => ({ at: NOW, sentAt: NOW, limitMs: 180_000, level: 'TRI_4', news2Low: 0, news2High: 0, missing: [], reasonsFr: [''], reasonsEn: [''], attention });

test('the alarms of one incident make one row with the highest priority, its cause first', () => {
  const incident = { incident: 'i1' };
  const rows = incidentsOf([
    alert('news2', { incident, score: true, priority: 'HIGH' }),
    alert('spo2', { incident }),
    alert('hr', { incident, priority: 'LOW' }),
    alert('cable', { kind: 'TECHNICAL', stay: 's2', bed: 'REA/02' }),
    alert('over', { state: 'CLEARED' }),
  ]);
  assert.equal(rows.length, 2);
  assert.equal(rows[0].priority, 'HIGH');
  assert.deepEqual(rows[0].alerts.map(({ alert: name }) => name), ['spo2', 'hr', 'news2']);
});

test('the state of an incident is that of the newest entry', () => {
  const rows = incidentsOf([
    alert('a', { sequence: 4, incident: { incident: 'i1', acknowledgedBy: 'AB' } }),
    alert('b', { sequence: 3, incident: { incident: 'i1' } }),
  ]);
  assert.equal(rows[0].state.acknowledgedBy, 'AB');
});

test('of two alarms of one priority the older one is the cause', () => {
  assert.ok(causeFirst(alert('a', { raisedAt: 1 }), alert('b', { raisedAt: 2 })) < 0);
});

test('the sentence of an incident tells the present value and the worst one', async () => {
  const raised = alert('hr_high');
  const ward = await wardOf([bed('REA/01', { alarms: { active: 1, technicalActive: 0, variables: { hr: 'MEDIUM' }, worst: [{ alert: 'hr_high', variable: 'hr', worst: 152 }] } })], [raised]);
  assert.match(liveSentence([raised], ward, NOW), /^FC 82 \(.*152\)$/);
});

test('an alarm of a patient who left the bed tells no value of the next one', async () => {
  const left = alert('hr_high', { stay: 's0' });
  const ward = await wardOf([bed('REA/01')], [left]);
  assert.equal(liveSentence([left], ward, NOW), '');
  assert.deepEqual(liveWordings([left], ward, NOW), []);
  assert.ok(!ward.isOfOccupant(left));
  assert.equal(ward.openAlarms('REA/01').length, 1, 'it stays on the bed until it ends');
});

test('an alarm from before the admission was entered is of the patient who got its values', async () => {
  const provisional = alert('hr_high', { stay: 'unknown-1' });
  const occupant = { stay: 's1', provisional: false, attributedSince: NOW - 120_000 };
  const ward = await wardOf([bed('REA/01', { occupant })], [provisional]);
  assert.match(liveSentence([provisional], ward, NOW), /^FC 82/);
  assert.ok(!ward.isOfOccupant({ ...provisional, raisedAt: NOW - 130_000 }));
});

test('an alarm tells which value must be reached, and for how long, before it ends', async () => {
  const ward = await wardOf([bed('REA/01')]);
  const raised = alert('hr_high', { ends: [{ variable: 'hr', relation: 'AT_MOST', value: 125, lastsMs: 30_000 }] });
  assert.equal(endText(raised, ward), 'fin si FC ≤ 125 pendant 30 s');
  assert.equal(endText(alert('trend'), ward), '');
});

test('a latched alarm ends only by a person', async () => {
  const ward = await wardOf([bed('REA/01')]);
  assert.match(endText(alert('hr_high', { call: { version: 1, latched: true } }), ward), /réarmer/);
});

test('shorter wordings count the values that they leave out', async () => {
  const raised = alert('shock', { variables: ['hr', 'spo2'] });
  const ward = await wardOf([bed('REA/01', { values: [value('hr', 130), value('spo2', 84)] })], [raised]);
  assert.equal(liveWordings([raised], ward, NOW).at(-1), 'FC 130, +1');
});

test('a value beyond a limit that no alarm covers contradicts a calm level', () => {
  const violates = { side: 'ABOVE', priority: 'HIGH', limit: 120, own: false };
  const calm = bed('REA/01', { triage: triage(ATTENTION), values: [value('hr', 150, { violates })] });
  assert.equal(contradiction(calm, NOW)?.variable, 'hr');
  const raised = { ...calm, alarms: { active: 1, technicalActive: 0, variables: { hr: 'HIGH' } } };
  assert.equal(contradiction(raised, NOW), undefined);
  const high = { ...calm, triage: triage({ ...ATTENTION, level: 'HIGH' }) };
  assert.equal(contradiction(high, NOW), undefined);
});

test('a level that was not sent again in time is not shown', async () => {
  const ward = await wardOf([bed('REA/01')]);
  const current = bed('REA/01', { triage: triage(undefined) });
  assert.equal(triageBadge(current, ward).level, 'TRI_4');
  const late = { ...current, triage: { ...current.triage, sentAt: NOW - 180_001 } };
  assert.equal(triageBadge(late, ward).level, 'STALE');
});

test('a level without readings of a monitor is not shown', async () => {
  const ward = await wardOf([bed('REA/01')]);
  const silent = bed('REA/01', { triage: triage(undefined), values: [value('hr', undefined, { asOf: NOW - 60_000 })] });
  assert.equal(triageBadge(silent, ward).level, 'STALE');
});

test('a score is stale when the ward clock passes its limit, whatever the station sent', () => {
  const score = { probability: 0.3, windowEnd: NOW - 7_200_000, limitMs: 7_200_000 };
  assert.equal(riskAbsent(score, NOW), null);
  assert.equal(riskAbsent(score, NOW + 1), 'STALE');
  assert.equal(riskAbsent({ ...score, absent: 'ALARM_OPEN' }, NOW), 'ALARM_OPEN');
  assert.equal(riskAbsent({ ...score, probability: undefined }, NOW), 'UNAVAILABLE');
});

test('a score waits for the own estimate of its reader', async () => {
  const scored = bed('REA/01', { risk: { probability: 0.3 }, score: 'BED' });
  const ward = await wardOf([scored]);
  assert.equal(awaitsEstimate(scored, ward), true);
  assert.equal(awaitsEstimate({ ...scored, score: 'OFF' }, ward), false);
  assert.equal(awaitsEstimate(bed('REA/01'), ward), false);
});

test('a limitation of treatment is told with its reason', () => {
  const limited = bed('REA/01', { notes: { limitation: { limitation: 'LIMITATION', by: 'AB', at: NOW, reason: 'souhait' }, estimates: [] } });
  assert.match(limitationText(limited), / : souhait$/);
  assert.equal(limitationText(bed('REA/01')), '');
});

test('an incident tells since when its oldest alarm without an answer waits', () => {
  const first = alert('spo2', { raisedAt: NOW - 240_000, call: { version: 1, latched: false } });
  const second = alert('hr', { raisedAt: NOW - 60_000, call: { version: 2, latched: false } });
  assert.match(unansweredText([second, first], NOW), /^sans réponse depuis \d\d:\d\d$/);
  assert.equal(unansweredFor([second, first], NOW), '4 min');
  const answered = { ...first, call: { ...first.call, acknowledgedBy: 'AB' } };
  assert.equal(unansweredFor([second, answered], NOW), '60 s');
  const shelved = { ...second, call: { ...second.call, shelvedUntil: NOW + 1 } };
  assert.equal(unansweredText([shelved, answered], NOW), '');
});

test('a call can leave the page only through a channel that works and has said so in time', () => {
  const channel = { channel: 'mail', working: true, since: NOW, sentAt: NOW - 60_000, limitMs: 60_000 };
  assert.equal(canCall({ channels: [channel] }, NOW), true);
  assert.equal(canCall({ channels: [channel] }, NOW + 1), false);
  assert.equal(canCall({ channels: [{ ...channel, working: false }] }, NOW), false);
  assert.equal(canCall({ channels: [] }, NOW), false);
});

const SHELF = {
  alert: 'a1', rule: 'hr_high', labelFr: 'FC', labelEn: 'HR', limit: { variable: 'hr', side: 'ABOVE', priority: 'MEDIUM', limit: 130, own: false }, priority: 'MEDIUM', by: 'AB',
  role: 'physician', at: NOW - 1000, until: NOW + 1000,
};

test('a shelf is a change of the unit settings until it ends', async () => {
  const held = bed('REA/01', { shelves: [SHELF] });
  const ward = await wardOf([held]);
  assert.equal(changesOf(held, ward).length, 1);
  assert.equal(changesOf({ ...held, shelves: [{ ...SHELF, until: NOW }] }, ward).length, 0);
});

test('a shelf names the limit of its rule, and the rule alone where it has no limit', () => {
  assert.equal(shelfName(SHELF), 'FC > 130');
  assert.equal(shelfName({ ...SHELF, labelFr: 'ECG', limit: undefined }), 'ECG');
});

test('a shelf is over with its alarm until the next alarm of the rule is open', async () => {
  const held = bed('REA/01', { shelves: [SHELF] });
  assert.equal(shelvesOver(held, await wardOf([held]), NOW).length, 1);
  const next = alert('hr_high', { call: { version: 1, latched: false, shelvedUntil: NOW + 1000 } });
  assert.equal(shelvesOver(held, await wardOf([held], [next]), NOW).length, 0);
});

test('a ward that nobody watches, or whose alarms nobody computes, says so before it names a bed', async () => {
  const ward = await wardOf([]);
  ward.unwatched = new Map([['REA/01', { bed: 'REA/01', reason: 'UNREAD', since: NOW }]]);
  ward.clock = { ...ward.clock, watched: false, reason: 'STARTING' };
  assert.match(watchWarning(ward), /^NON SURVEILLÉ — démarrage/);
  ward.clock = { ...ward.clock, reason: 'READER_FAILED' };
  assert.match(watchWarning(ward), /ne parvient plus à lire/);
  ward.clock = { ...ward.clock, watched: true, reason: undefined, noAlarmsSince: NOW - 60_000 };
  assert.match(watchWarning(ward), /^ALARMES NON CALCULÉES — .* depuis 11:59:00/);
  ward.clock = { ...ward.clock, noAlarmsSince: undefined };
  assert.match(watchWarning(ward), /REA\/01/);
  ward.unwatched = new Map();
  assert.equal(watchWarning(ward), '');
});

test('the banner names six unwatched beds and counts all', async () => {
  const ward = await wardOf([]);
  ward.unwatched = new Map(Array.from({ length: 8 }, (_, i) => [`REA/0${i}`, { bed: `REA/0${i}`, reason: 'UNREAD', since: NOW }]));
  assert.match(watchWarning(ward), /8 lit\(s\) : REA\/00, .*REA\/05 et 2 autres\. Leurs .* Surveiller au lit du patient\.$/);
  assert.doesNotMatch(watchWarning(ward), /REA\/06/);
});

test('the alarm of a score alone names the score at present before the vital signs that may be within their limits', async () => {
  const score = alert('n', { rule: 'news2', score: true, variables: ['hr'] });
  const ward = await wardOf([bed('REA/01', { triage: { news2Low: 7, news2High: 9 } })], [score]);
  assert.match(liveSentence([score], ward, NOW), /^NEWS2 7–9, FC 82/);
  assert.equal(liveWordings([score], ward, NOW).at(-1), 'NEWS2 7–9, +1');
});

test('a shelved alarm sounds again at the end of its shelf', () => {
  const shelved = alert('hr', { call: { version: 1, shelvedUntil: NOW } });
  assert.equal(isAudible(shelved, NOW - 1), false);
  assert.equal(isAudible(shelved, NOW), true);
});

test('a pause of the sound counts down to the first alarm that sounds again', () => {
  const paused = (name, ms) => alert(name, { call: { version: 1, latched: false, audioPausedUntil: NOW + ms } });
  assert.equal(pausedText([paused('a', 92_000), paused('b', 120_000)], NOW), 'son coupé encore 1:32');
  assert.equal(pausedText([paused('a', 92_000), paused('b', 120_000)], NOW + 92_000), 'son coupé encore 0:28', 'a pause that is over is none');
  assert.equal(pausedText([paused('a', 92_000)], NOW + 92_000), '', 'its alarm sounds again, whether or not the ledger says so');
  assert.equal(pausedText([alert('a')], NOW), '');
});

test('on a chart the stars of a calmer alarm never lie on those of a more urgent one', () => {
  const stars = (priority, left) => ({ priority, left, right: left + 18 });
  const low = stars('LOW', 105);
  const high = stars('HIGH', 100);
  const apart = stars('MEDIUM', 118);
  assert.deepEqual(legibleMarks([low, high, apart]), [high, apart], 'the calmer one keeps its line');
  assert.deepEqual(legibleMarks([high, stars('HIGH', 101)]), [high]);
});
