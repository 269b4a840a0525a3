// @ts-check
/** The priorities of alarms (IEC 60601-1-8): their marks and their order. */

/** @type {Record<string, string>} */
export const STARS = { HIGH: '***', MEDIUM: '**', LOW: '*' };

/** The most urgent first. @type {Record<string, number>} */
export const RANK = { HIGH: 0, MEDIUM: 1, LOW: 2, NONE: 3 };
