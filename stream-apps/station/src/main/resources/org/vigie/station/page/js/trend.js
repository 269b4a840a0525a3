// @ts-check
import { askSession, isLocked } from './session.js';

/** @typedef {import('./bed.js').Trend} Trend */

/**
 * Asks the trends of a bed, or says why there are none. A locked screen asks nothing: each refusal is in the audit trail.
 * @param {string} bed @param {number} hours @param {RequestInit} how
 * @returns {Promise<{trend: Trend} | {instead: 'trendLocked' | 'trendFailed'}>}
 */
export async function askTrend(bed, hours, how) {
  const asked = isLocked() ? null : await answerOf(bed, hours, how);
  if (isLocked()) return { instead: 'trendLocked' };
  return asked ? { trend: asked } : { instead: 'trendFailed' };
}

/** The station's answer; null without one. A refusal may be the lock, of which the page then learns at once. @param {string} bed @param {number} hours @param {RequestInit} how @returns {Promise<Trend | null>} */
async function answerOf(bed, hours, how) {
  const path = bed.split('/').map(encodeURIComponent).join('/');
  try {
    const answer = await fetch(`api/beds/${path}/trend?hours=${hours}`, how);
    if (answer.status === 403) await askSession();
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
