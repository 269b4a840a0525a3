// @ts-check
/** A clock that goes on alone by more than this was either corrected or ran while the machine slept. */
const SLEPT_MS = 1000;

let steady = performance.now();
let wall = Date.now();
let slept = 0;

/**
 * A time that no correction of the clock sets back, and that goes on while the machine sleeps: the browser's own steady clock stands still then, so that an
 * hour asleep looks like a moment. Ask it often: a clock that was set forward between two questions counts as a sleep, after which the page begins again.
 * @returns {number} milliseconds, of which only differences mean something
 */
export function steadyNow() {
  const steadyAt = performance.now();
  const wallAt = Date.now();
  const ahead = wallAt - wall - (steadyAt - steady);
  if (ahead > SLEPT_MS) slept += ahead;
  steady = steadyAt;
  wall = wallAt;
  return steadyAt + slept;
}
