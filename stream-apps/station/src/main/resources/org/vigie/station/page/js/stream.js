// @ts-check
const SILENCE_MS = 3000;
const CHECK_MS = 250;
const RETRY_MS = 2000;

/**
 * The live stream. Calls back with each event, and with `cut(since)` when nothing was heard for three seconds. A connection begins with a
 * snapshot or, after a short cut, with the events that were missed.
 * @param {{snapshot: (data: any) => void, bed: (data: any) => void, alert: (data: any) => void, pulse: (data: any) => void,
 *   cut: (since: number) => void, heard: () => void}} on
 */
export function listen(on) {
  let source = open();
  let heardAt = performance.now();
  let retryAt = 0;
  let isCut = false;

  setInterval(() => {
    const now = performance.now();
    if (!isCut && now - heardAt > SILENCE_MS) {
      isCut = true;
      on.cut(Date.now() - (now - heardAt));
    }
    if (source.readyState === EventSource.CLOSED && now > retryAt) {
      retryAt = now + RETRY_MS;
      source = open();
    }
  }, CHECK_MS);

  function open() {
    const opened = new EventSource('api/stream');
    for (const name of /** @type {const} */ (['snapshot', 'bed', 'alert', 'pulse'])) {
      opened.addEventListener(name, (event) => {
        heardAt = performance.now();
        on[name](JSON.parse(event.data));
        isCut = false;
        on.heard();
      });
    }
    return opened;
  }
}
