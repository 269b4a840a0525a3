// @ts-check
/**
 * The audible alarm signals of the page, synthesised in the browser. The number of pulses of a burst and the bounds of all times are those
 * of IEC 60601-1-8:2006, tables 3 and 4. Each pulse has a fundamental of 523 Hz and four harmonics below 4 kHz.
 */

/** @typedef {'HIGH' | 'MEDIUM' | 'LOW'} Priority */

const FUNDAMENTAL_HZ = 523;
/** Real and imaginary parts of the harmonics; the first is the direct current. */
const HARMONICS = [0, 1, 0.8, 0.6, 0.5, 0.4];
const LOUDNESS = 0.5;
/** Seconds from the start of one burst to the start of the next. */
const REPEAT_S = { HIGH: 10, MEDIUM: 20, LOW: 60 };
const RANK = { HIGH: 3, MEDIUM: 2, LOW: 1 };

/**
 * Lists the pulses of one burst: 10 (5 and 5), 3 or 2.
 * @param {Priority} priority
 * @returns {{at: number, length: number}[]} seconds from the start of the burst
 */
export function pulses(priority) {
  if (priority === 'HIGH') {
    const five = [0, 0.25, 0.5, 1, 1.25];
    return [...five, ...five.map((at) => at + 2)].map((at) => ({ at, length: 0.15 }));
  }
  const three = [0, 0.4, 0.8].map((at) => ({ at, length: 0.2 }));
  return priority === 'MEDIUM' ? three : three.slice(0, 2);
}

/**
 * Schedules one burst.
 * @param {BaseAudioContext} context
 * @param {Priority} priority
 * @param {number} start seconds on the context's clock
 */
export function schedule(context, priority, start) {
  const wave = context.createPeriodicWave(new Float32Array(HARMONICS.length), new Float32Array(HARMONICS));
  for (const { at, length } of pulses(priority)) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.setPeriodicWave(wave);
    tone.frequency.value = FUNDAMENTAL_HZ;
    const edge = length / 5;
    gain.gain.setValueAtTime(0, start + at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + at + edge);
    gain.gain.setValueAtTime(LOUDNESS, start + at + length - edge);
    gain.gain.linearRampToValueAtTime(0, start + at + length);
    tone.connect(gain).connect(context.destination);
    tone.start(start + at);
    tone.stop(start + at + length);
  }
}

/** Repeats the burst of the most urgent signal for as long as it is asked for. */
export class AlarmSound {
  constructor() {
    /** @type {AudioContext | null} absent where the browser has no Web Audio */
    this.context = typeof AudioContext === 'undefined' ? null : new AudioContext();
    /** @type {Priority | null} */
    this.current = null;
    this.startedAt = -Infinity;
    this.bursts = 0;
  }

  /** Whether the browser lets the page sound. Most browsers want a click or a key first. */
  isAllowed() {
    return this.context?.state === 'running';
  }

  /** Asks the browser for sound; to be called in a click or a key press. */
  async allow() {
    await this.context?.resume();
  }

  /** Plays one burst, so that a person can confirm that it is heard. */
  async test() {
    await this.allow();
    this.#play('MEDIUM');
  }

  /**
   * Sounds at once when the signal becomes more urgent, else at the priority's interval.
   * @param {Priority | null} priority null: no signal
   */
  signal(priority) {
    const wanted = this.isAllowed() ? priority : null;
    const risen = wanted !== null && (this.current === null || RANK[wanted] > RANK[this.current]);
    this.current = wanted;
    if (wanted === null) return;
    const now = this.context?.currentTime ?? 0;
    if (risen || now - this.startedAt >= REPEAT_S[wanted]) {
      this.startedAt = now;
      this.#play(wanted);
    }
  }

  /** @param {Priority} priority */
  #play(priority) {
    if (!this.context || !this.isAllowed()) return;
    this.bursts += 1;
    schedule(this.context, priority, this.context.currentTime);
  }
}
