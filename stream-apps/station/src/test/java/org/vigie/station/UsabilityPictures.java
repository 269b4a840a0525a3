package org.vigie.station;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures of {@code docs/usability.md} into target/usability; with {@code -Dvigie.write.docs=true} into docs/images/usability, too. */
final class UsabilityPictures {
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

    /** Takes a picture of one part of the page. */
    void part(String name, String selector) throws IOException {
        keep(name, page.locator(selector).first().screenshot(new Locator.ScreenshotOptions().setTimeout(20_000)));
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
