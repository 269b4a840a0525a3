package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;

/** Finds the places, lines and bars of tiles that are not seen as a whole, and numbers that touch each other. */
final class TilePlaces {
    /** Compares each place with the box of the numbers, and each bar and line with the tile. */
    private static final String CUT_OFF = """
            () => {
              const found = [];
              const within = (node, box) => {
                const { top, bottom, height } = node.getBoundingClientRect();
                return node.checkVisibility({ visibilityProperty: true }) && height > 7 && top >= box.top - 1 && bottom <= box.bottom + 1;
              };
              for (const tile of document.querySelectorAll('.tile:not(.free)')) {
                const say = (what) => found.push(`${tile.dataset.bed} ${Math.round(tile.offsetHeight)} px ${tile.dataset.room}: ${what}`);
                const numbers = tile.querySelector('.vitals').getBoundingClientRect();
                const whole = tile.getBoundingClientRect();
                tile.querySelectorAll('.vital .value').forEach((value) => within(value, numbers) || say(value.closest('.vital').dataset.vital));
                tile.querySelectorAll('.bar[data-priority]').forEach((bar) => (within(bar, whole) && bar.querySelector('.text').textContent) || say(bar.className));
                const profile = tile.querySelector('.profile');
                if (profile.children.length && ![profile, tile.querySelector('.profile-more')].some((node) => within(node, whole))) say('profile');
                if (!tile.querySelector('.unseen-places').hidden) say('unseen');
              }
              return found;
            }""";

    /** Pairs of texts of one place that stand one above the other and touch, as the browser's own font draws it. */
    private static final String TOUCHING = """
            () => {
              const canvas = document.createElement('canvas').getContext('2d');
              const ink = (node) => {
                canvas.font = getComputedStyle(node).font;
                const size = canvas.measureText(node.textContent);
                const range = document.createRange();
                range.selectNodeContents(node);
                const { left, right, top, height } = range.getBoundingClientRect();
                const letters = size.fontBoundingBoxAscent + size.fontBoundingBoxDescent;
                const base = top + (height - letters) / 2 + size.fontBoundingBoxAscent;
                return { left, right, top: base - size.actualBoundingBoxAscent, bottom: base + size.actualBoundingBoxDescent };
              };
              const seen = (node) => node.textContent && node.checkVisibility({ visibilityProperty: true });
              return [...document.querySelectorAll('.tile:not(.free) .vital:not(.stale)')].flatMap((place) => {
                const [upper, lower] = ['.mean', '.value'].map((name) => place.querySelector(name));
                if (!seen(upper) || !seen(lower)) return [];
                const [one, other] = [upper, lower].map(ink);
                const beside = one.right <= other.left || other.right <= one.left;
                const gap = Math.round((other.top - one.bottom) * 10) / 10;
                return beside || gap > 0 ? [] : [`${place.closest('.tile').dataset.bed} ${place.closest('.tile').dataset.room} ${place.dataset.vital}: ${gap} px`];
              });
            }""";

    /** Ends after a frame in which the window was as high as asked. */
    private static final String FITTED = """
            async (height) => {
              const frame = () => new Promise(requestAnimationFrame);
              while (innerHeight !== height) await frame();
              await frame();
              await frame();
            }""";

    private TilePlaces() {}

    /** Returns each place, line or bar that is not seen as a whole, with its bed. */
    static List<?> hidden(Page page) {
        return (List<?>) page.evaluate(CUT_OFF);
    }

    /** Returns each number that touches the one above it, with its bed. */
    static List<?> touching(Page page) {
        return (List<?>) page.evaluate(TOUCHING);
    }

    /** Waits until all tiles are whole in a window of this size. Words are fitted with its first frame: what stood there before it says nothing. */
    static void assertWhole(Page page, int width, int height, String what) {
        page.setViewportSize(width, height);
        page.evaluate(FITTED, height);
        String when = what + " at " + width + " x " + height;
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(hidden(page)).as(when).isEmpty();
            assertThat(TileTexts.cutOff(page)).as(when).isEmpty();
            assertThat(touching(page)).as(when).isEmpty();
        });
    }
}
