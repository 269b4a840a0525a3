// @ts-check
import { el } from './dom.js';
import * as format from './format.js';
import { t } from './i18n.js';
import { isPast } from './past.js';
import { isStudy } from './replay.js';
import { canSeeAccesses, roleName } from './session.js';

/** Who looked at a bed. It is read when somebody opens it, and that is recorded too. */

/** @typedef {{user: string, role: string, source: string, emergency: boolean, from: number, until: number}} Look */

export class BedAccesses {
  /** @param {import('./model.js').Ward} ward @param {string} bed */
  constructor(ward, bed) {
    this.ward = ward;
    this.bed = bed;
    this.content = el('div', { class: 'history-content' });
    this.node = el('details', { class: 'block limits accesses' }, el('summary', {}, t('accesses')), this.content);
    this.node.addEventListener('toggle', () => this.node.open && this.#read());
    this.show();
  }

  /** Hides what this user may not ask, and what a replay does not read. Who looks is of the present. */
  show() {
    this.node.hidden = isPast() || isStudy() || !canSeeAccesses() || !this.ward.beds.get(this.bed)?.occupant;
  }

  async #read() {
    const path = this.bed.split('/').map(encodeURIComponent).join('/');
    try {
      const answer = await fetch(`api/beds/${path}/accesses`);
      if (!answer.ok) throw new Error(String(answer.status));
      this.#draw((await answer.json()).looks);
    } catch {
      this.content.replaceChildren(el('p', { class: 'quiet' }, t('accessesFailed')));
    }
  }

  /** @param {Look[]} looks */
  #draw(looks) {
    const now = this.ward.wall();
    const rows = looks.map(({ user, role, source, emergency, from, until }) => {
      const times = until - from < 60_000 ? format.when(from, now) : `${format.when(from, now)} – ${format.when(until, now)}`;
      return el('li', {}, [times, `${user.replace(/^local:/, '')} (${roleName(role)})`, source === 'station' ? '' : source, emergency ? t('accessEmergency') : ''].filter(Boolean).join(' · '));
    });
    this.content.replaceChildren(rows.length ? el('ul', {}, ...rows) : el('p', { class: 'quiet' }, t('noAccesses')), el('p', { class: 'why' }, t('accessesNote')));
  }
}
