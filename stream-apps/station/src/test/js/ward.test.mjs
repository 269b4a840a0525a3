import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, alert, bed, load, value, wardOf } from './page.mjs';

const { arrangement, spaceText, TILES } = await load('density.js');
const { chooseSort, sorted } = await load('sort.js');

test('an older snapshot of a bed never replaces a newer one', async () => {
  const ward = await wardOf([bed('REA/01', { revision: 7 })]);
  assert.equal(ward.takeBed(bed('REA/01', { revision: 6 })), false);
  assert.equal(ward.takeBed(bed('REA/01', { revision: 8 })), true);
  assert.equal(ward.beds.get('REA/01').revision, 8);
});

test('a bed that the ward does not list waits for the next snapshot', async () => {
  const ward = await wardOf([bed('REA/01')]);
  assert.equal(ward.takeBed(bed('REA/99')), false);
});

test('a bed whose patient arrives after the page was opened has a trend', async () => {
  const ward = await wardOf([bed('REA/01', { occupant: undefined, values: [] })]);
  ward.takeBed(bed('REA/01', { revision: 2, values: [value('hr', 91), value('rr', 16)] }));
  assert.deepEqual(ward.trends.get('REA/01 hr').points.map((point) => point.value), [91]);
  assert.equal(ward.trends.has('REA/01 rr'), false);
});

test('the trend of a patient ends when another one lies in the bed', async () => {
  const ward = await wardOf([bed('REA/01')]);
  ward.takeBed(bed('REA/01', { revision: 2 }));
  ward.takeBed(bed('REA/01', { revision: 3, occupant: { stay: 's2', provisional: false }, values: [value('hr', 60)] }));
  assert.deepEqual(ward.trends.get('REA/01 hr').points.map((point) => point.value), [60]);
});

test('an older entry of an alarm never replaces a newer one', async () => {
  const ward = await wardOf([bed('REA/01')], [alert('a', { revision: 5 })]);
  ward.takeAlert(alert('a', { revision: 4, state: 'CLEARED' }));
  assert.equal(ward.openAlarms('REA/01').length, 1);
  ward.takeAlert(alert('a', { revision: 6, state: 'CLEARED' }));
  assert.equal(ward.openAlarms('REA/01').length, 0);
});

test('the clock of the ward goes on without events, at its speed', async () => {
  const ward = await wardOf([]);
  ward.clock.speed = 60;
  ward.clockHeardAt = performance.now() - 1000;
  assert.ok(ward.now() >= NOW + 60_000);
});

test('the clock of the ward goes on while the machine sleeps, and what waited from before is late', async (context) => {
  const wall = Date.now();
  const steady = performance.now();
  context.mock.method(performance, 'now', () => steady);
  const clock = context.mock.method(Date, 'now', () => wall);
  const ward = await wardOf([]);
  const pulse = (/** @type {number} */ sent) => ward.beat({ run: 'a', sent, clock: { now: NOW, wall: NOW, speed: 1, replay: false, watched: true }, quality: {}, service: { channels: [], loads: [] } });
  pulse(1_000);
  assert.equal(ward.now(), NOW);
  clock.mock.mockImplementation(() => wall + 3_600_000);
  assert.equal(ward.now(), NOW + 3_600_000);
  pulse(2_000);
  assert.ok(ward.late > 3_500_000, `${ward.late}`);
  const now = ward.now();
  clock.mock.mockImplementation(() => wall);
  assert.equal(ward.now(), now, 'a clock that is set back takes nothing away');
});

test('all beds fit, in the most legible density that has room', () => {
  for (const beds of [8, 24, 25, 28, 40]) {
    for (const [width, height] of [[1520, 990], [1280, 900], [980, 670]]) {
      const found = arrangement(beds, width, height);
      if (!found) continue;
      const tile = TILES.find(({ density, narrow = false }) => density === found.density && narrow === found.narrow);
      const rows = Math.ceil(beds / found.columns);
      assert.ok(found.columns * (tile.width + 8) - 8 <= width, `${beds} beds in ${width}`);
      assert.ok(rows * (tile.height + 8) - 8 <= height, `${beds} beds in ${height}`);
    }
  }
});

test('tiles are fitted anew when a bed more makes them lower in a window of the same size', () => {
  const space = (beds) => spaceText([1500, 960], beds, arrangement(beds, 1500, 960), 'large');
  assert.equal(arrangement(4, 1500, 960).columns, arrangement(5, 1500, 960).columns);
  assert.notEqual(space(4), space(5));
  assert.equal(space(5), space(6));
});

test('200 beds fit no desktop screen', () => {
  assert.equal(arrangement(200, 1050, 670), null);
});

test('the most urgent beds come first, an unknown level before a calm one and free beds last', async () => {
  globalThis.history = { replaceState() {} };
  const at = (name, level) => bed(name, { triage: { level, at: NOW, sentAt: NOW, limitMs: 180_000, news2Low: 0, news2High: 0, missing: [], reasonsFr: [], reasonsEn: [] } });
  const ward = await wardOf([bed('REA/00', { occupant: undefined }), at('REA/01', 'TRI_5'), at('REA/02', 'TRI_1'), bed('REA/03'), at('REA/04', 'TRI_2')]);
  chooseSort('triage');
  assert.deepEqual(sorted(ward), ['REA/02', 'REA/04', 'REA/03', 'REA/01', 'REA/00']);
  chooseSort('bed');
  assert.equal(sorted(ward)[0], 'REA/00');
});

test('a pulse that waited in a busy browser does not set the clock back: late numbers are not shown as current', async () => {
  const ward = await wardOf([bed('REA/01')]);
  const start = performance.now();
  /** A pulse that the station made at a time and that is handled now. @param {number} sent @param {number} wall */
  const pulse = (sent, wall, run = 'a') => ward.beat({ run, sent, clock: { now: wall, wall, speed: 1, replay: false, watched: true }, quality: {}, service: { channels: [], loads: [] } });
  pulse(1_000_000, NOW);
  assert.equal(ward.late, 0);
  pulse(990_000, NOW - 10_000);
  assert.ok(Math.abs(ward.late - 10_000) < 200 + performance.now() - start, `${ward.late}`);
  assert.ok(Math.abs(ward.now() - NOW) < 200 + performance.now() - start, `${ward.now() - NOW}`);
  ward.beat({ clock: { now: NOW - 10_000, wall: NOW - 10_000, speed: 1, replay: false, watched: true }, quality: {}, service: { channels: [], loads: [] } });
  assert.ok(ward.now() > NOW - 1_000, 'a snapshot behind such a pulse is as late');
  pulse(1_000_500, NOW - 60_000);
  assert.ok(ward.late < 200 + performance.now() - start, 'the system clock of the station was set back: that is not late');
  pulse(990_000, NOW);
  assert.ok(ward.late > 9_000);
  ward.begin();
  pulse(980_000, NOW);
  assert.equal(ward.late, 0, 'a new stream is current, also when the clock of the station stood still for a while');
  pulse(5, NOW, 'b');
  assert.equal(ward.late, 0, 'a station that was started again begins a clock of its own');
});

test('the counters of alarms count those of Vigie and those of the monitors, and nothing that is over', async () => {
  const ward = await wardOf([bed('REA/01')], [alert('a', { priority: 'HIGH' }), alert('b', { kind: 'TECHNICAL' }), alert('c', { state: 'CLEARED', priority: 'HIGH' })]);
  ward.service = { ...ward.service, monitorAlarms: [{ priority: 'HIGH' }, { priority: 'HIGH', endedAt: NOW }, { priority: 'NONE' }] };
  assert.deepEqual(ward.alarmCount('HIGH'), { own: 1, monitors: 1 });
  assert.deepEqual(ward.alarmCount('MEDIUM'), { own: 1, monitors: 0 });
});

test('one bed more than a wall shows in full tiles makes them narrower, and not compact', () => {
  assert.deepEqual(arrangement(24, 1520, 910), { density: 'full', narrow: false, columns: 6 });
  assert.deepEqual(arrangement(25, 1520, 910), { density: 'full', narrow: true, columns: 7 });
  assert.deepEqual(arrangement(29, 1520, 910), { density: 'compact', narrow: false, columns: 6 });
});
