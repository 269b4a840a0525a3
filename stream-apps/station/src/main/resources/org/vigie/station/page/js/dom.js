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
 * Writes only what changed: a screen reader and the painter stay calm.
 * @param {Element} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Writes parts of one line, the most important first. A part that does not fit goes to a second line, which the line's box hides: cut off, it
 * would read as another one (`14 min` as `1`).
 * @param {Element} node with the class `whole-parts` @param {string[]} parts
 */
export function setParts(node, parts) {
  const known = [...node.children];
  parts.forEach((text, i) => {
    const part = known[i] ?? node.appendChild(el('span', { class: 'part' }));
    setText(part, i ? ` ${text}` : text);
  });
  known.slice(parts.length).forEach((part) => part.remove());
}

/** What was written where, and for which size of the window. @type {WeakMap<HTMLElement, string>} */
const fitted = new WeakMap();

/** Whether nothing of a text is cut off. A browser does not count the lines that a clamp hides, so it is taken away for the moment. @param {HTMLElement} node */
function isWhole(node) {
  const room = node.clientHeight;
  node.classList.add('unclamped');
  const whole = node.scrollHeight <= room + 1 && node.scrollWidth <= node.clientWidth + 1;
  node.classList.remove('unclamped');
  return whole;
}

/**
 * Writes the first of several wordings that is not cut off in its place; when none fits, the last one in small letters.
 * @param {HTMLElement} node @param {string[]} wordings the longest first @param {string} place what else its room depends on
 * @param {string[]} [far] wordings that are better, when one of them fits in large letters
 */
export function fitText(node, wordings, place, far = []) {
  const key = `${innerWidth} ${innerHeight} ${place} ${wordings.join('|')} ${far.join('|')}`;
  if (fitted.get(node) === key) return;
  fitted.set(node, key);
  node.classList.remove('tight');
  const fits = (/** @type {string} */ words) => {
    setText(node, words);
    return isWhole(node);
  };
  node.classList.toggle('far', far.length > 0);
  const large = far.find(fits);
  node.classList.toggle('far', large !== undefined);
  const found = large ?? wordings.find(fits);
  node.classList.toggle('tight', found === undefined && wordings.length > 0);
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
