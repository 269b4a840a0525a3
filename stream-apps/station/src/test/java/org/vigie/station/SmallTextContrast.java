package org.vigie.station;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the small text of a page whose contrast is below 7:1, which WCAG 2.2 asks for at its level AAA (1.4.6). Small is below 24 pixels, and in
 * bold letters below 18.66. It also looks at what style sheets write before and after an element, at both phases of what flashes, and at colours
 * that a filter changes. Text of controls that cannot be used now is left out, as in WCAG.
 */
final class SmallTextContrast {
    private static final String FIND = """
            ({ root, phase }) => {
              document.getAnimations().forEach((animation) => {
                animation.pause();
                animation.currentTime = phase * animation.effect.getComputedTiming().duration;
              });
              const parts = (colour) => {
                const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
                return { r, g, b, a };
              };
              const turned = ({ r, g, b, a }, rows) => {
                const [red, green, blue] = rows.map(([x, y, z]) => Math.min(255, Math.max(0, x * r + y * g + z * b)));
                return { r: red, g: green, b: blue, a };
              };
              // The matrices of Filter Effects 1 (8.4 and 8.5); `keep` is what an amount leaves of the colour.
              const toward = (grey, keep) => grey.map((row, i) => row.map((part, j) => part * (1 - keep) + (i === j ? keep : 0)));
              const FILTERS = {
                sepia: (amount) => toward([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]], 1 - amount),
                saturate: (amount) => toward(Array(3).fill([0.213, 0.715, 0.072]), amount),
              };
              const filtersOf = (node) => [...getComputedStyle(node).filter.matchAll(/(\\w+)\\(([\\d.]+)\\)/g)].map(([, name, amount]) => FILTERS[name](Number(amount)));
              const filtered = (colour, node) => above(node).flatMap(filtersOf).reduce(turned, colour);
              const mix = (top, under) => Object.fromEntries(['r', 'g', 'b'].map((part) => [part, top[part] * top.a + under[part] * (1 - top.a)]));
              const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
              const light = ({ r, g, b }) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
              const above = (node) => (node ? [node, ...above(node.parentElement)] : []);
              const grounds = new Map([[null, { r: 255, g: 255, b: 255 }]]);
              const ground = (node) => {
                if (!grounds.has(node)) grounds.set(node, mix(filtered(parts(getComputedStyle(node).backgroundColor), node), ground(node.parentElement)));
                return grounds.get(node);
              };
              const opacity = (node) => above(node).reduce((product, one) => product * getComputedStyle(one).opacity, 1);
              const isSmall = (style) => parseFloat(style.fontSize) < (style.fontWeight >= 700 ? 18.66 : 24);
              const isSeen = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true })
                && !above(node).some((one) => getComputedStyle(one).clipPath.startsWith('inset') || one.matches(':disabled'));
              const place = (node) => above(node).slice(0, 4).reverse()
                .map((one) => one.tagName.toLowerCase() + (one.id && '#' + one.id) + [...one.classList].map((name) => '.' + name).join(''))
                .join(' ');
              const pale = new Set();
              const judge = (node, pseudo, text) => {
                const style = getComputedStyle(node, pseudo);
                if (!text.trim() || !isSmall(style) || !isSeen(node)) return;
                const own = filtered(parts(style.backgroundColor), node);
                const under = pseudo ? mix(own, ground(node)) : ground(node);
                const ink = filtered(parts(node.namespaceURI.endsWith('svg') ? style.fill : style.color), node);
                const lights = [light(mix({ ...ink, a: ink.a * opacity(node) }, under)), light(under)].sort((a, b) => b - a);
                const ratio = (lights[0] + 0.05) / (lights[1] + 0.05);
                if (ratio < 7) pale.add(`${ratio.toFixed(2)} ${place(node)}${pseudo ?? ''}: ${text.trim().slice(0, 40)}`);
              };
              for (const node of document.querySelectorAll(`${root}, ${root} *`)) {
                const words = [...node.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join('');
                judge(node, undefined, node.matches('input:not([type=checkbox], [type=radio], [type=range]), select') ? String(node.value) : node.matches('option, script, style') ? '' : words);
                for (const pseudo of ['::before', '::after']) {
                  const { content } = getComputedStyle(node, pseudo);
                  judge(node, pseudo, content.startsWith('"') ? content.slice(1, -1) : '');
                }
              }
              document.getAnimations().forEach((animation) => animation.play());
              return [...pale];
            }""";

    private SmallTextContrast() {}

    /** @param root selector of the part of the page that is looked at */
    static List<String> pale(Page page, String root) {
        return Stream.of(Map.of("root", root, "phase", 0.25), Map.of("root", root + " .alarm", "phase", 0.75))
                .flatMap(part -> ((List<?>) page.evaluate(FIND, part)).stream())
                .map(String::valueOf)
                .distinct()
                .toList();
    }
}
