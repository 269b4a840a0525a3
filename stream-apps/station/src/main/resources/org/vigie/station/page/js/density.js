// @ts-check
/** How many columns of tiles a screen gets, and how dense they are, so that every bed is seen without scrolling. */

/**
 * The smallest tile of each density, in CSS pixels: numbers are never cut off in it. The most legible stands first.
 * A narrow one has the places of a full one in smaller letters: it is read from farther than a compact one.
 * @type {{density: string, width: number, height: number, narrow?: boolean}[]}
 */
export const TILES = [
  { density: 'large', width: 330, height: 300 },
  { density: 'full', width: 236, height: 220 },
  { density: 'full', width: 204, height: 220, narrow: true },
  { density: 'compact', width: 178, height: 168 },
  { density: 'dense', width: 150, height: 112 },
];
const GAP = 8;

/**
 * The most legible density in which all beds fit; null when none does.
 * @param {number} beds @param {number} width pixels of the area @param {number} height
 */
export function arrangement(beds, width, height) {
  for (const tile of TILES) {
    const rows = Math.max(1, Math.floor((height + GAP) / (tile.height + GAP)));
    const columns = Math.ceil(beds / rows);
    if (columns <= Math.floor((width + GAP) / (tile.width + GAP))) return { density: tile.density, narrow: tile.narrow ?? false, columns };
  }
  return null;
}

/**
 * What the size of a tile and of its letters depends on, as a text to compare. A bed more may make all tiles lower in a window of the same size.
 * @param {number[]} area width and height of the area @param {number} beds @param {ReturnType<typeof arrangement>} found @param {string} density the present one
 */
export function spaceText(area, beds, found, density) {
  const rows = found ? Math.ceil(beds / found.columns) : 0;
  return [...area, density, found?.narrow ?? false, found?.columns ?? 0, rows].join(' ');
}

/** Keeps the arrangement of the beds while their number or the window changes. */
export class TileDensity {
  /** @param {HTMLElement} area scrolls when there is no room @param {HTMLElement} list @param {() => void} redraw fits the content of the tiles to their new size */
  constructor(area, list, redraw) {
    this.area = area;
    this.list = list;
    new ResizeObserver(() => {
      this.fit();
      redraw();
    }).observe(area);
  }

  /** A narrow window shows the beds one below the other and scrolls as a whole. */
  fit() {
    const narrow = matchMedia('(max-width: 1080px)').matches;
    const found = narrow ? null : arrangement(this.list.children.length, this.area.clientWidth, this.area.clientHeight);
    this.list.dataset.fits = String(narrow || found !== null);
    this.list.dataset.density = found?.density ?? (narrow ? 'full' : 'dense');
    this.list.dataset.narrow = String(found?.narrow ?? false);
    this.list.dataset.space = spaceText([this.area.clientWidth, this.area.clientHeight], this.list.children.length, found, this.list.dataset.density);
    if (found) this.list.style.setProperty('--columns', String(found.columns));
    else this.list.style.removeProperty('--columns');
  }
}
