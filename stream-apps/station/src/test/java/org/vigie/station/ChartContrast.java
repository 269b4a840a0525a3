package org.vigie.station;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Finds what charts draw too pale: letters whose contrast is below 7:1 (WCAG 2.2, 1.4.6), and lines below 3:1 (1.4.11). A chart is drawn on a canvas,
 * so that the browser knows no text of it: the page's calls are recorded, and the ground of letters is the commonest colour of the pixels around them.
 */
final class ChartContrast {
    private static final String RECORD = """
            window.drawn = new WeakMap();
            const { fillText, stroke, clearRect } = CanvasRenderingContext2D.prototype;
            const kept = (canvas) => drawn.get(canvas) ?? drawn.set(canvas, { words: [], lines: new Set() }).get(canvas);
            Object.assign(CanvasRenderingContext2D.prototype, {
              clearRect(...box) {
                drawn.delete(this.canvas);
                return clearRect.apply(this, box);
              },
              stroke(...path) {
                kept(this.canvas).lines.add(this.strokeStyle);
                return stroke.apply(this, path);
              },
              fillText(text, x, y, ...rest) {
                const size = this.measureText(text);
                const { e, f } = this.getTransform();
                const box = [x + e - size.actualBoundingBoxLeft, y + f - size.actualBoundingBoxAscent, size.width, size.actualBoundingBoxAscent + size.actualBoundingBoxDescent];
                kept(this.canvas).words.push({ text: String(text), ink: this.fillStyle, box: box.map(Math.round) });
                return fillText.call(this, text, x, y, ...rest);
              },
            });""";
    /** The lines behind a chart that help the eye and tell nothing. */
    private static final String GRID = "rgba(255, 255, 255, 0.07)";

    private static final String FIND = """
            ({ root, grid }) => {
              const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
              // The pixel that a colour leaves on a ground.
              const on = (ground, colour) => {
                for (const each of [ground, colour]) {
                  pen.fillStyle = each;
                  pen.fillRect(0, 0, 1, 1);
                }
                return [...pen.getImageData(0, 0, 1, 1).data];
              };
              const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
              const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
              const ratio = (one, other) => {
                const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
                return (high + 0.05) / (low + 0.05);
              };
              const commonest = (canvas, [x, y, width, height]) => {
                const { data } = canvas.getContext('2d').getImageData(x, y, Math.max(1, width), Math.max(1, height));
                const counts = new Map();
                for (let i = 0; i < data.length; i += 4) {
                  const pixel = `rgba(${data[i]}, ${data[i + 1]}, ${data[i + 2]}, ${data[i + 3] / 255})`;
                  counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
                }
                return [...counts].sort((a, b) => b[1] - a[1])[0][0];
              };
              const pale = [];
              let seen = 0;
              for (const canvas of document.querySelectorAll(`${root} .chart canvas`)) {
                const ground = getComputedStyle(canvas.closest('dialog')).backgroundColor;
                const where = canvas.closest('.chart').getAttribute('aria-label');
                const { words, lines } = drawn.get(canvas) ?? { words: [], lines: [] };
                for (const { text, ink, box } of words) {
                  const [r, g, b] = on(ground, commonest(canvas, box));
                  const under = `rgb(${r}, ${g}, ${b})`;
                  const found = ratio(on(under, ink), [r, g, b]);
                  if (found < 7) pale.push(`${found.toFixed(2)} ${where}: ${text} in ${ink} on ${under}`);
                  seen += 1;
                }
                for (const line of lines) {
                  const found = ratio(on(ground, line), on(ground, ground));
                  if (line !== grid && !/, 0\\)$/.test(line) && found < 3) pale.push(`${found.toFixed(2)} ${where}: a line in ${line}`);
                }
              }
              return seen ? pale : ['no words on a chart'];
            }""";

    private ChartContrast() {}

    /** Records what charts draw from the next page on. */
    static void record(Page page) {
        page.addInitScript(RECORD);
    }

    /** @param root selector of the part of the page that is looked at */
    static List<String> pale(Page page, String root) {
        var argument = Map.of("root", root, "grid", GRID);
        return ((List<?>) page.evaluate(FIND, argument))
                .stream().map(String::valueOf).toList();
    }
}
