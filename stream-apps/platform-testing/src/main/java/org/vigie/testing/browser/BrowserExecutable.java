package org.vigie.testing.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the Chromium of this machine. The headless shell comes first: the same engine without the windows of a desktop,
 * at less than half of the processor time.
 */
public final class BrowserExecutable {
    private static final Optional<Path> FOUND = Stream.of(
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private BrowserExecutable() {}

    /** Returns the browser; empty, and loudly so, where none is installed. */
    public static Optional<Path> find() {
        if (FOUND.isEmpty()) {
            System.err.println(
                    "NOT TESTED: no chromium found, so no page was opened. apt install chromium-headless-shell");
        }
        return FOUND;
    }
}
