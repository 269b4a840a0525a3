// @ts-check
/** Small helpers around the DOM. Text is always text, never HTML. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children);
  return node;
}

/**
 * An element of a drawing.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children);
  return node;
}

/** @param {string} id */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no element #${id}`);
  return node;
}

/**
 * Writes only what changed: a screen reader and the painter stay calm. A text in place of another keeps its node, so that no style is computed anew.
 * @param {Element} node
 * @param {string} text
 */
export function setText(node, text) {
  const only = node.firstChild;
  if (text && only instanceof Text && !only.nextSibling) {
    if (only.data !== text) only.data = text;
  } else if (node.textContent !== text) node.textContent = text;
}

/**
 * Replaces what looks different, and leaves the rest in place: a button that is exchanged between press and release loses the click. Buttons that
 * look the same must do the same.
 * @param {Element} node
 * @param {(Node | string)[]} children
 */
export function setChildren(node, ...children) {
  const next = /** @type {Element} */ (node.cloneNode(false));
  next.append(...children);
  if (!node.isEqualNode(next)) node.replaceChildren(...next.childNodes);
}

/** The first parts that were fitted, each with what its room depends on. @type {WeakMap<HTMLElement, string>} */
const kept = new WeakMap();

/**
 * Writes parts of one line, the most important first. A part that does not fit goes to a second line, which the line's box hides: cut off, it
 * would read as another one (`14 min` as `1`).
 * @param {HTMLElement} node with the class `whole-parts` @param {string[]} parts
 * @param {string} [place] what the room of the first part depends on, where that part must never be left out
 * @param {HTMLElement} [crowded] gets the class `crowded` where the first part needs more room, then `packed`, too, and at last `nameless`
 */
export function setParts(node, parts, place, crowded = node) {
  const known = [...node.children];
  parts.forEach((text, i) => {
    const part = known[i] ?? node.appendChild(el('span', { class: 'part' }));
    setText(part, i ? ` ${text}` : text);
  });
  known.slice(parts.length).forEach((part) => part.remove());
  const key = place === undefined || !parts.length ? '' : `${windowSize} ${place} ${parts[0]}`;
  if ((kept.get(node) ?? '') === key) return;
  kept.set(node, key);
  keepFirst(node, key !== '', crowded);
}

/** The steps in which others give way to the first part. */
const STEPS = ['crowded', 'packed', 'nameless'];

/** The size of the smallest letters that somebody at the screen can read. */
const LEAST_LETTERS_PX = 8;

/** Makes room for the first part: in each step others give way to it, then its letters become smaller. @param {HTMLElement} node @param {boolean} must @param {HTMLElement} crowded */
function keepFirst(node, must, crowded) {
  const first = /** @type {HTMLElement | undefined} */ (node.children[0]);
  crowded.classList.remove(...STEPS);
  first?.style.removeProperty('font-size');
  if (!must || !first) return;
  // What has no place on the screen has no size either: it is fitted when it is shown.
  if (!first.offsetWidth) kept.delete(node);
  else if (!isOnLine(node, first)) STEPS.some((step) => fitsAfter(step, node, first, crowded));
}

/** Whether a part stands on the line once others gave way, if need be in smaller letters. @param {string} step @param {HTMLElement} node @param {HTMLElement} part @param {HTMLElement} crowded */
function fitsAfter(step, node, part, crowded) {
  crowded.classList.add(step);
  part.style.removeProperty('font-size');
  if (isOnLine(node, part)) return true;
  const share = Math.max(0, node.clientWidth - 2) / part.offsetWidth;
  const size = Math.floor(share * parseFloat(getComputedStyle(part).fontSize) * 10) / 10;
  part.style.fontSize = `${Math.max(LEAST_LETTERS_PX, size)}px`;
  return isOnLine(node, part);
}

/** Whether a part stands on the line that is seen. @param {HTMLElement} node @param {HTMLElement} part */
const isOnLine = (node, part) => part.getBoundingClientRect().top < node.getBoundingClientRect().bottom - 1;

/** The size of the window. Asking the window itself would lay out the page for each tile. */
let windowSize = '';
const measureWindow = () => (windowSize = `${globalThis.innerWidth} ${globalThis.innerHeight}`);
globalThis.addEventListener?.('resize', measureWindow);
measureWindow();

/** The size of the window, as a text to compare. */
export const windowText = () => windowSize;

/** What was written where, and for which size of the window. @type {WeakMap<HTMLElement, string>} */
const fitted = new WeakMap();

/** The wordings among which one was chosen. @type {WeakMap<HTMLElement, string>} */
const offered = new WeakMap();

/** All wordings of a place, as a text to compare: the chosen one may stay the same when there is room for a longer one. @param {HTMLElement} node */
export const offeredWords = (node) => offered.get(node) ?? '';

/** Classes of the large letters: read at four metres, and where the words have no room for that, at less. */
const FAR_SIZES = [['far'], ['far', 'halfway']];

/** How far the box of a letter reaches over its line where lines are close: much less than a line, and nothing of a digit or a capital letter. */
const OVER_LINE = 0.35;

/** Whether nothing of a text is cut off. A browser does not count the lines that a clamp hides, so it is taken away for the moment. @param {HTMLElement} node */
function isWhole(node) {
  const room = node.clientHeight;
  node.classList.add('unclamped');
  const overLine = OVER_LINE * parseFloat(getComputedStyle(node).fontSize);
  const whole = node.scrollHeight <= room + overLine && node.scrollWidth <= node.clientWidth + 1;
  node.classList.remove('unclamped');
  return whole;
}

/**
 * Writes the first of several wordings that is not cut off in its place; when none fits, the last one in small letters, or the first of the marks that fits.
 * @param {HTMLElement} node @param {string[]} wordings the longest first @param {string} place what else its room depends on
 * @param {{far?: string[], marks?: string[]}} [others] far: wordings that are better, when one of them fits in large letters; marks: what at least says that there are words
 */
export function fitText(node, wordings, place, { far = [], marks = [] } = {}) {
  offered.set(node, [wordings, far, marks].map((texts) => texts.join('|')).join(' '));
  const key = [windowSize, place, offeredWords(node)].join(' ');
  if (fitted.get(node) === key) return;
  fitted.set(node, key);
  node.classList.remove('tight');
  const fits = (/** @type {string} */ words) => {
    setText(node, words);
    return isWhole(node);
  };
  const large = FAR_SIZES.some((size) => {
    node.classList.remove('far', 'halfway');
    node.classList.add(...size);
    return far.some(fits);
  });
  if (!large) node.classList.remove('far', 'halfway');
  const found = large || wordings.some(fits);
  const tight = !found && wordings.length > 0;
  node.classList.toggle('tight', tight);
  if (tight && marks.length && !isWhole(node)) marks.some(fits);
  if (!wordings.length) setText(node, '');
}

/** Focuses the first element that a selector finds. @param {ParentNode} within @param {string} selector */
export function focusOn(within, selector) {
  /** @type {HTMLElement | null} */ (within.querySelector(selector))?.focus();
}

/** Puts nodes into an order, moving only what lies elsewhere, so that the focus stays. @param {Element} parent @param {Element[]} nodes */
export function arrange(parent, nodes) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  [...parent.children].filter((node) => !nodes.includes(node)).forEach((node) => node.remove());
  nodes.forEach((node, i) => parent.children[i] !== node && parent.insertBefore(node, parent.children[i] ?? null));
  if (focused && focused !== document.activeElement && parent.contains(focused)) focused.focus();
}

/**
 * @param {Element} node
 * @param {string} name
 * @param {string | null} value
 */
export function setAttribute(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
