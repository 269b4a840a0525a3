package org.vigie.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ward's page in Debian's Chromium. */
final class WatchedPage implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /** Milliseconds between a heart rate's measurement, which a simulated bed publishes at once, and its number on the page. */
    private static final String WATCH = """
            seconds => new Promise(done => {
              const ages = [];
              const observer = new MutationObserver(changes => changes
                .filter(change => change.target.dataset.vital === 'hr' && change.target.dataset.measuredAt)
                .forEach(change => ages.push(Date.now() - Number(change.target.dataset.measuredAt))));
              observer.observe(document.getElementById('beds'),
                { subtree: true, attributes: true, attributeFilter: ['data-measured-at'] });
              setTimeout(() => { observer.disconnect(); done(ages); }, seconds * 1000);
            })
            """;

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    private WatchedPage(Playwright playwright, Browser browser, Page page) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = page;
    }

    /** Empty, and loudly so, where no Chromium is installed. */
    static Optional<WatchedPage> open(URI address) {
        if (!Files.isExecutable(CHROMIUM)) {
            System.err.println(
                    "NOT TESTED: no chromium found, so the ward's page was not opened. apt-get install chromium");
            return Optional.empty();
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1920, 1080));
        page.navigate(address.toString());
        page.waitForSelector("[data-bed] [data-vital=hr][data-measured-at]");
        return Optional.of(new WatchedPage(playwright, browser, page));
    }

    int beds() {
        return page.locator("[data-bed]").count();
    }

    /** How old each new heart rate was when it came on to the page, over {@code duration}. */
    Latencies watch(Duration duration) {
        var latencies = new Latencies();
        ((List<?>) page.evaluate(WATCH, (int) duration.toSeconds()))
                .forEach(age -> latencies.add(((Number) age).longValue()));
        return latencies;
    }

    void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
