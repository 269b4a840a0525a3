package org.vigie.station;

import com.microsoft.playwright.Page;
import java.util.List;

/** Finds words and numbers of tiles that a reader cannot see whole. */
final class TileTexts {
    /**
     * Compares the place of each text with every box around it that hides what lies outside. A part of a line may be left out as a whole, but a
     * limit never.
     */
    private static final String NOT_WHOLE = """
            () => {
              const found = [];
              const hides = (node) => /hidden|clip|auto|scroll/.test(getComputedStyle(node).overflow);
              const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.hidden-text, svg');
              const whole = (rect, box, size) => rect.left >= box.left - 1 && rect.right <= box.right + 1
                && rect.top >= box.top - size * 0.3 && rect.bottom <= box.bottom + size * 0.3;
              for (const tile of document.querySelectorAll('.tile')) {
                const texts = document.createTreeWalker(tile, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                  const text = texts.currentNode;
                  const parent = text.parentElement;
                  const size = parseFloat(getComputedStyle(parent).fontSize);
                  if (!text.textContent.trim() || !seen(parent) || size === 0) continue;
                  const range = document.createRange();
                  range.selectNodeContents(text);
                  const rects = [...range.getClientRects()].filter(({ width }) => width > 1);
                  let lost = false;
                  for (let box = parent; box !== tile.parentElement && !lost; box = box.parentElement) {
                    if (!hides(box) || getComputedStyle(box).display === 'inline') continue;
                    const area = box.getBoundingClientRect();
                    const leftOut = parent.matches('.part') && rects.every((rect) => rect.top >= area.bottom - size * 0.3);
                    if (leftOut && !/^.{0,9}[<>]/.test(text.textContent)) break;
                    lost = leftOut || rects.some((rect) => !whole(rect, area, size));
                  }
                  if (lost) found.push(`${tile.dataset.bed} ${parent.closest('[class]').className}: ${text.textContent}`);
                }
              }
              return found;
            }""";

    private TileTexts() {}

    /** Returns each text that is cut off, with its bed. */
    static List<?> cutOff(Page page) {
        return (List<?>) page.evaluate(NOT_WHOLE);
    }
}
