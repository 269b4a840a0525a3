// @ts-check
/** The priorities of alarms (IEC 60601-1-8): their marks and their order. */

/** @type {Record<string, string>} */
export const STARS = { HIGH: '***', MEDIUM: '**', LOW: '*' };

/** The most urgent first. @type {Record<string, number>} */
export const RANK = { HIGH: 0, MEDIUM: 1, LOW: 2, NONE: 3 };

/**
 * Which marks of alarms on one line are written: of those that would lie on each other only the most urgent, because the plate of a calmer one
 * would leave fewer stars of it.
 * @template {{priority: string, left: number, right: number}} T @param {T[]} marks @returns {T[]} the most urgent first
 */
export function legibleMarks(marks) {
  /** @type {T[]} */
  const kept = [];
  for (const mark of [...marks].sort((a, b) => RANK[a.priority] - RANK[b.priority])) {
    if (!kept.some(({ left, right }) => mark.left < right && left < mark.right)) kept.push(mark);
  }
  return kept;
}
