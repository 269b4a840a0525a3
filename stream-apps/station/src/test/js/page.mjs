/** The few parts of a browser that the page's modules touch while they compute, and makers of what the station sends. */

const stored = new Map();
Object.assign(globalThis, {
  location: new URL('http://127.0.0.1/?lang=fr'),
  localStorage: { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) },
});
process.env.TZ = 'UTC';

const page = new URL('../../main/resources/org/vigie/station/page/js/', import.meta.url);

/** Loads a module of the page. */
export const load = (name) => import(new URL(name, page));

/** 2026-11-29 12:00:00 UTC, the ward's clock of every test. */
export const NOW = Date.UTC(2026, 10, 29, 12, 0, 0);

/** A current value of a monitor; `more` overrides its fields. */
export const value = (variable, number, more = {}) => ({
  variable, value: number, unit: '/min', measuredAt: NOW - 1000, asOf: NOW - 1000, ageMs: 1000, limitMs: 15_000, stale: false, because: 'NONE', verdict: 'KEPT',
  reason: 'NONE', source: 'monitor', device: '', channel: '', ...more,
});

/** A raised alarm. */
export const alert = (name, more = {}) => ({
  alert: name, revision: 1, stay: 's1', bed: 'REA/01', rule: name, kind: 'PHYSIOLOGICAL', priority: 'MEDIUM', state: 'RAISED', onset: NOW - 60_000,
  raisedAt: NOW - 60_000, stayEnded: false, messageFr: name, messageEn: name, variables: ['hr'], ...more,
});

/** A bed with a patient. */
export const bed = (name, more = {}) => ({
  bed: name, revision: 1, occupant: { stay: 's1', provisional: false, sex: 'FEMALE', age: 67 }, values: [value('hr', 82)], limits: [],
  alarms: { active: 0, technicalActive: 0, variables: {} }, suspect: {}, rejected: {}, ...more,
});

/** A ward with these beds and alarms, at NOW. */
export async function wardOf(beds, alerts = []) {
  const { Ward } = await load('model.js');
  const ward = new Ward();
  ward.replace({
    clock: { now: NOW, wall: NOW, speed: 0, replay: false, watched: true },
    display: { score: 'BED', estimateFirst: true, units: 'SI' }, models: [], quality: {}, service: { channels: [], loads: [] },
    variables: [
      { name: 'hr', labelFr: 'Fréquence cardiaque', labelEn: 'Heart rate', unit: '/min', kind: 'VITAL' },
      { name: 'creatinine', labelFr: 'Créatinine', labelEn: 'Creatinine', unit: 'mg/dL', kind: 'LAB', shown: { unit: 'umol/L', factor: 88.4 } },
    ],
    beds, alerts,
  });
  return ward;
}
