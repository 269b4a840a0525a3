// @ts-check
/** How a low tile makes room for its numbers: a number that is cut off reads as another one, and none may vanish unseen. */
import { byId, el, offeredWords, setText } from './dom.js';
import { t } from './i18n.js';

/** What gives way, the mildest step first; style.css says what each takes away. */
export const ROOMS = ['wide', 'snug', 'beside', 'small'];

/** A place may end so many pixels below the box of all places: digits leave more than that free below them. */
const UNSEEN_PX = 1;

/** Fits the numbers of one tile into its height. */
export class TileRoom {
  /**
   * @param {HTMLElement} tile
   * @param {HTMLElement} vitals the box of the places
   * @param {{places: {node: HTMLElement, label: HTMLElement, note: HTMLElement}[], bars: {node: HTMLElement, mark: HTMLElement, text: HTMLElement, detail: HTMLElement}[], lines: HTMLElement[]}} content places: of
   *   a number each; lines: below the numbers
   */
  constructor(tile, vitals, content) {
    this.tile = tile;
    this.vitals = vitals;
    this.content = content;
    this.unseen = el('p', { class: 'unseen-places', hidden: '' });
    this.fitted = '';
    tile.dataset.room = ROOMS[0];
    tile.append(this.unseen);
  }

  /** The present step: what stands beside each other in one step does not in another. */
  get step() {
    return this.tile.dataset.room ?? ROOMS[0];
  }

  /** Takes the mildest step in which all numbers are seen; where there is none, says which are not. @param {() => void} draw fits the words to a step */
  fit(draw) {
    if (this.#height() === this.fitted) return;
    this.content.places.forEach(({ node }) => node.classList.remove('unseen'));
    const found = ROOMS.some((step) => {
      if (step !== this.step) {
        this.tile.dataset.room = step;
        draw();
      }
      return !this.#cutOff().length;
    });
    this.#say(found ? [] : this.#cutOff());
    this.fitted = this.#height();
  }

  /**
   * What the height of the tile and of its content depends on. Digits are equally wide. All wordings of a bar count: in another step there may be room
   * for a longer one.
   */
  #height() {
    const { places, bars, lines } = this.content;
    const { space } = byId('beds').dataset;
    const words = bars.map(({ node, mark, text, detail }) => [node.dataset.priority, text.className, mark.textContent, detail.textContent, offeredWords(text)].join(' '));
    const notes = places.map(({ node, note }) => (node.classList.contains('stale') ? note.textContent : ''));
    const shown = lines.map((line) => !line.hidden && line.hasChildNodes());
    const texts = [...words, ...notes].join('|').replace(/\d/g, '0');
    return [space, this.step, this.tile.className, texts, ...shown].join('|');
  }

  /** The places that end below their box. */
  #cutOff() {
    const { bottom } = this.vitals.getBoundingClientRect();
    return this.content.places.filter(({ node }) => node.getBoundingClientRect().bottom > bottom + UNSEEN_PX);
  }

  /** Names the numbers that have no room: half of a number is not shown either. @param {{node: HTMLElement, label: HTMLElement}[]} cut */
  #say(cut) {
    cut.forEach(({ node }) => node.classList.add('unseen'));
    this.unseen.hidden = !cut.length;
    setText(this.unseen, cut.length ? t('unseenPlaces', { names: cut.map(({ label }) => label.textContent).join(', ') }) : '');
  }
}
