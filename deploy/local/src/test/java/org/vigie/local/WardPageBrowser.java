package org.vigie.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.testing.browser.BrowserExecutable;

/** Opens the ward's page in Debian's Chromium. */
final class WardPageBrowser implements AutoCloseable {
    private static final double TIMEOUT_MS = 600_000;
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

    private WardPageBrowser(Playwright playwright, Browser browser, Page page) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = page;
    }

    /** Empty where no Chromium is installed. */
    static Optional<WardPageBrowser> open(URI address) {
        return open(address, "en-GB", "[data-bed] [data-vital=hr][data-measured-at]");
    }

    /**
     * The same in another language.
     *
     * @param awaited what the page must show
     */
    static Optional<WardPageBrowser> open(URI address, String locale, String awaited) {
        return BrowserExecutable.find().map(executable -> open(executable, address, locale, awaited));
    }

    private static WardPageBrowser open(Path executable, URI address, String locale, String awaited) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        var page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1920, 1080).setLocale(locale));
        page.setDefaultTimeout(TIMEOUT_MS);
        page.navigate(address.toString());
        page.waitForSelector(awaited);
        return new WardPageBrowser(playwright, browser, page);
    }

    /** Fails when it does not show {@code text} there in time. */
    void shows(String selector, String text, Duration patience) {
        PlaywrightAssertions.assertThat(page.locator(selector).first())
                .containsText(
                        text, new LocatorAssertions.ContainsTextOptions().setTimeout((double) patience.toMillis()));
    }

    /** Lets the wall's time pass, as between two words of a monitor. */
    void pause(Duration duration) {
        page.waitForTimeout((double) duration.toMillis());
    }

    int beds() {
        return page.locator("[data-bed]").count();
    }

    /** How old each new heart rate was when it came on to the page, over {@code duration}. */
    LatencyRecorder watch(Duration duration) {
        var latencies = new LatencyRecorder();
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
