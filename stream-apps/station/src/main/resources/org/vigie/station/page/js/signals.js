// @ts-check
import { byId, el, setAttribute, setText } from './dom.js';
import * as format from './format.js';
import { t } from './i18n.js';
import { userName } from './session.js';
import { AlarmSound } from './sound.js';

/** @typedef {import('./model.js').Alert} Alert */
/** @typedef {import('./sound.js').Priority} Priority */

const HEARD = 'vigie.heard';
/** Whether this browser session put the test off: the prompt goes, the mark in the tool bar stays. */
const PUT_OFF = 'vigie.soundLater';
const PAUSE_MS = 2 * 60 * 1000;
/** Each user who logs in tries the sound: what another user heard is no test. @param {string} key */
const ofUser = (key) => (userName() ? `${key}.${userName()}` : key);
const PRIORITIES = /** @type {const} */ (['HIGH', 'MEDIUM', 'LOW']);

/** Whether an alarm sounds: a predicted risk never does, nor one that a person has in hand. @param {Alert} alert @param {number} now */
export function isAudible({ state, kind, call }, now) {
  const paused = call?.audioPausedUntil !== undefined && now < call.audioPausedUntil;
  const shelved = call?.shelvedUntil !== undefined && now < call.shelvedUntil;
  return state === 'RAISED' && kind !== 'PREDICTED' && !call?.acknowledgedBy && !shelved && !paused;
}

/** The audible signals of this screen: which one sounds, whether anybody can hear it, and the test of it. */
export class AlarmSignals {
  constructor() {
    this.sound = new AlarmSound();
    /** The unit may leave the sound to another screen: the address then says `sound=off`. */
    this.off = new URLSearchParams(location.search).get('sound') === 'off';
    this.asking = false;
    this.pausedUntil = 0;
    addEventListener('pointerdown', () => this.#allow());
    addEventListener('keydown', () => this.#allow());
    byId('sound').addEventListener('click', () => this.#test());
    byId('sound-try').addEventListener('click', () => this.#test());
    byId('sound-later').addEventListener('click', () => this.#putOff());
    byId('mute').addEventListener('click', () => {
      this.pausedUntil = Date.now() + PAUSE_MS;
    });
  }

  /**
   * Sounds the most urgent alarm. A station that cannot show alarms sounds too, with medium priority. Unwatched beds sound like it, but
   * never hide a high alarm of another bed.
   * @param {Iterable<Alert>} alerts @param {number} now ward time
   * @param {{blind: boolean, partly: boolean, replay: boolean}} station blind: alarms are not known; partly: those of some beds are not
   */
  update(alerts, now, { blind, partly, replay }) {
    const audible = [...alerts].filter((alert) => isAudible(alert, now)).map(({ priority }) => priority);
    const paused = Date.now() < this.pausedUntil;
    const alarm = PRIORITIES.find((priority) => audible.includes(priority)) ?? null;
    const own = (blind || partly) && !paused ? /** @type {Priority} */ ('MEDIUM') : null;
    const signal = this.off || replay ? null : blind ? own : alarm === 'HIGH' ? alarm : (own ?? alarm);
    this.sound.signal(signal);
    setAttribute(document.body, 'data-signal', signal);
    setAttribute(document.body, 'data-bursts', String(this.sound.bursts));
    byId('mute').hidden = !(blind || partly) || this.off || replay;
    setText(byId('mute'), paused ? t('stationPaused', { time: format.minute(this.pausedUntil, Date.now()) }) : t('pauseStation'));
    this.#show(replay);
  }

  /** @param {boolean} replay */
  #show(replay) {
    const state = this.off ? 'off' : replay ? 'replay' : !this.sound.isAllowed() ? 'refused' : (sessionStorage.getItem(ofUser(HEARD)) ?? 'untested');
    const node = byId('sound');
    setAttribute(node, 'data-sound', state);
    setText(node, t(/** @type {any} */ (`sound_${state}`)));
    byId('sound-check').hidden = !this.asking;
    this.#prompt(['refused', 'untested', 'unheard'].includes(state));
  }

  /** Asks once for each log-in, else for each browser session, to try the sound: nobody may rely on a station that nobody has heard. @param {boolean} untried */
  #prompt(untried) {
    byId('sound-prompt').hidden = !this.asking && (!untried || sessionStorage.getItem(ofUser(PUT_OFF)) !== null);
    setText(byId('sound-words'), t('soundPrompt'));
    setText(byId('sound-try'), t('soundTry'));
    setText(byId('sound-later'), t('soundLater'));
  }

  #putOff() {
    sessionStorage.setItem(ofUser(PUT_OFF), 'yes');
    this.asking = false;
    this.#show(false);
  }

  async #allow() {
    if (!this.off && !this.sound.isAllowed()) await this.sound.allow();
  }

  async #test() {
    if (this.off) return;
    await this.sound.test();
    this.asking = this.sound.isAllowed();
    byId('sound-check').replaceChildren(t('soundHeard'), ' ', this.#answer('heard', 'yes'), this.#answer('unheard', 'no'));
    this.#show(false);
  }

  /** @param {string} state @param {'yes' | 'no'} word */
  #answer(state, word) {
    const button = el('button', { type: 'button', 'data-answer': word }, t(word));
    button.addEventListener('click', () => {
      sessionStorage.setItem(ofUser(HEARD), state);
      this.asking = false;
      this.#show(false);
    });
    return button;
  }
}
