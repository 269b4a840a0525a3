// @ts-check
import { steadyNow } from './steady.js';

/** A cut shows within three seconds: at the first check after this time. */
const SILENCE_MS = 2750;
const CHECK_MS = 250;
const RETRY_MS = 2000;
const CATCH_UP_MS = 5000;

/**
 * The live stream. Calls back with each event, and with `cut(since)` when nothing was heard for three seconds, or when a pulse was handled three
 * seconds late: what waits in a busy browser is no more current than what a cut stream left behind. A page that is late drops what waits and
 * begins again with a snapshot. A connection begins with a snapshot or, after a short cut, with the events that were missed.
 * `mayListen` tells whether another connection is worth asking for.
 * @param {{mayListen: () => boolean, snapshot: (data: any) => void, bed: (data: any) => void, alert: (data: any) => void, pulse: (data: any) => number,
 *   began: () => void, cut: (since: number) => void, heard: () => void}} on `pulse` returns by how many milliseconds it was handled late
 */
export function listen(on) {
  let source = open();
  let heardAt = steadyNow();
  let retryAt = 0;
  let isCut = false;
  let isLate = false;
  let openedAt = steadyNow();

  setInterval(() => {
    const now = steadyNow();
    if (!isCut && now - heardAt > SILENCE_MS) {
      isCut = true;
      on.cut(Date.now() - (now - heardAt));
    }
    if (source.readyState === EventSource.CLOSED && now > retryAt && on.mayListen()) {
      retryAt = now + RETRY_MS;
      source = open();
    }
  }, CHECK_MS);

  function open() {
    const opened = new EventSource('api/stream');
    for (const name of /** @type {const} */ (['snapshot', 'bed', 'alert', 'pulse'])) {
      opened.addEventListener(name, (event) => {
        heardAt = steadyNow();
        const late = on[name](JSON.parse(event.data));
        if (late !== undefined) beginAgainWhen(late);
        if (isLate) return;
        isCut = false;
        on.heard();
      });
    }
    return opened;
  }

  /** @param {number} late milliseconds by which a pulse was handled late */
  function beginAgainWhen(late) {
    isLate = late > SILENCE_MS;
    if (!isLate) return;
    if (!isCut) {
      isCut = true;
      on.cut(Date.now() - late);
    }
    if (heardAt - openedAt > CATCH_UP_MS) {
      openedAt = heardAt;
      source.close();
      source = open();
      on.began();
    }
  }
}
