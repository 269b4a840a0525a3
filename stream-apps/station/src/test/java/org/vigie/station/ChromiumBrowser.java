package org.vigie.station;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.vigie.testing.browser.BrowserExecutable;

/**
 * Starts Debian's Chromium once for all tests of a JVM; nothing is downloaded. A test opens a context of its own, as a private window.
 * Without Chromium the test is aborted with a message on the console.
 */
final class ChromiumBrowser {
    private static final AtomicReference<ChromiumBrowser> SHARED = new AtomicReference<>();

    private final Playwright playwright;
    private final Browser browser;

    private ChromiumBrowser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** Returns the browser of this JVM. It ends with the JVM. */
    static synchronized Browser shared() {
        if (SHARED.get() == null) {
            ChromiumBrowser started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            SHARED.set(started);
        }
        return SHARED.get().browser;
    }

    private static ChromiumBrowser start() {
        Optional<Path> executable = BrowserExecutable.find();
        Assumptions.assumeTrue(executable.isPresent(), "chromium is not installed");
        return new ChromiumBrowser(executable.orElseThrow());
    }

    private void close() {
        browser.close();
        playwright.close();
    }
}
