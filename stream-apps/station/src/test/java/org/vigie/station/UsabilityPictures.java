package org.vigie.station;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes the pictures of {@code docs/usability.md} into target/usability; with {@code -Dvigie.write.docs=true} into docs/images/usability, too. */
final class UsabilityPictures {
    private static final int MOST_TRIES = 50;
    static final Path DOCUMENTED = Path.of("../../docs/images/usability");
    private static final Path TARGET = Path.of("target/usability");

    private final Page page;

    UsabilityPictures(Page page) {
        this.page = page;
    }

    /** Takes a picture of the whole window. */
    void window(String name) throws IOException {
        keep(name, page.screenshot());
    }

    /** Takes a picture of one part of the page, as far as the window shows it. Its content may change every second. */
    void part(String name, String selector) throws IOException {
        List<?> sides = box(selector);
        for (int tries = 0; tries < MOST_TRIES && number(sides, 2) == 0; tries++) {
            sides = box(selector);
        }
        keep(name, clipped(sides));
    }

    private byte[] clipped(List<?> sides) {
        return page.screenshot(new Page.ScreenshotOptions()
                .setClip(number(sides, 0), number(sides, 1), number(sides, 2), number(sides, 3)));
    }

    /** Takes a picture of one part of a bed's page, with the bed's name that stays above it. */
    void ofBed(String name, String selector) throws IOException {
        List<?> sides = boxOfBed(selector);
        for (int tries = 0; tries < MOST_TRIES && number(sides, 3) == 0; tries++) {
            sides = boxOfBed(selector);
        }
        keep(name, clipped(sides));
    }

    /** Returns the place from the bed's name to the end of a part. It has no height when the page replaced the part at that moment. */
    private List<?> boxOfBed(String selector) {
        return (List<?>) page.locator(selector).first().evaluate("""
                node => {
                  node.scrollIntoView({ block: 'start' });
                  const part = node.getBoundingClientRect();
                  if (!part.height) return [0, 0, 0, 0];
                  const dialog = node.closest('dialog').getBoundingClientRect();
                  const head = node.closest('dialog').querySelector('.dialog-head').getBoundingClientRect();
                  const bottom = Math.min(part.bottom + 8, dialog.bottom);
                  return [dialog.x, head.y, dialog.width, bottom - head.y].map(Math.floor);
                }""");
    }

    /** Returns the place of a part. It has no width when the page replaced the part at that moment. */
    private List<?> box(String selector) {
        return (List<?>) page.locator(selector).first().evaluate("""
                node => {
                  node.scrollIntoView({ block: 'center' });
                  const { x, y, width, height } = node.getBoundingClientRect();
                  return [x, y, width, height].map(Math.floor);
                }""");
    }

    private static double number(List<?> sides, int index) {
        return ((Number) sides.get(index)).doubleValue();
    }

    private static void keep(String name, byte[] picture) throws IOException {
        Files.createDirectories(TARGET);
        Files.write(TARGET.resolve(name + ".png"), picture);
        if (Boolean.getBoolean("vigie.write.docs")) {
            Files.createDirectories(DOCUMENTED);
            Files.write(DOCUMENTED.resolve(name + ".png"), picture);
        }
    }
}
