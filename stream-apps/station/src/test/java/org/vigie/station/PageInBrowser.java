package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.display.UnitSystem;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.passport.ResultVerifier;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.station.web.ServedWard;
import org.vigie.station.web.StationWebServer;
import org.vigie.station.web.WebAddress;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Opens the page in a real browser with a ward of one patient. Any error of the browser fails the test. */
abstract class PageInBrowser {
    static final String HR = "[data-bed='REA/01'] [data-vital=hr] .value";
    private static final double TIMEOUT_MS = 60_000;

    final BedStory monitor = new WardStory().bed("REA/01", "s1");
    final MovableClock movable = new MovableClock();
    final Clock wall = clock();
    final TestLogin access = new TestLogin(wall);
    final RecordedAlertCommands orders = new RecordedAlertCommands();
    final List<String> complaints = new ArrayList<>();
    WardView ward = new WardView(settings(), List.of(), 1, wall.instant());
    StationWebServer pages;
    BrowserContext context;
    Page page;

    @BeforeAll
    static void waitForLoadedMachines() {
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MS);
    }

    @BeforeEach
    void openPage() {
        ward.take(admitted("REA/01", "s1", wall.instant().minusSeconds(3600)));
        pages = serve();
        context = ChromiumBrowser.shared()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1920, 1080)
                        .setLocale("fr-FR"));
        context.setDefaultTimeout(TIMEOUT_MS);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        login();
        page.navigate(pages.address().toString());
        page.waitForSelector("[data-bed='REA/01']");
    }

    /** Opens the page of the ward; a test may open that of a replay. */
    StationWebServer serve() {
        var served = new ServedWard(ward, watchdog(), Optional.empty(), verifier());
        return StationWebServer.open(served, orders, access.login(), WebAddress.loopback(0), wall);
    }

    /** The clock of the station; a test may have another. */
    Clock clock() {
        return movable;
    }

    /** Computes results again; a test may have one. */
    Optional<ResultVerifier> verifier() {
        return Optional.empty();
    }

    /** Knows which beds are not watched; a test may need another. */
    BedWatchdog watchdog() {
        return BedWatchdog.ofReadPartitions(wall.instant());
    }

    /** The settings of the ward, in which a score waits for nobody's estimate; a test may need others. */
    WardViewConfig settings() {
        return WardViewConfig.of(StalenessConfig.defaults())
                .with(new DisplayConfig(ScoreDisplay.BED, Map.of(), false, UnitSystem.SI));
    }

    @AfterEach
    void close() {
        context.close();
        pages.close();
        assertThat(complaints).isEmpty();
    }

    void assertNoBarrier(String where) {
        List<String> barriers = new AxeBuilder(page)
                .analyze().getViolations().stream().map(PageInBrowser::describe).toList();
        assertThat(barriers).as(where).isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** A station that listens since {@code started}. */
    void restart(Instant started) {
        close();
        ward = new WardView(settings(), List.of(), 1, started);
        openPage();
    }

    /** Logs the browser in without a page: the cookie of the session goes to its context. {@code PageAccessIT} tests the page of the log-in. */
    void login() {
        login(page);
    }

    /** Logs the browser of another page in. */
    void login(Page other) {
        other.context().request().get(pages.loginAddress().toString());
    }

    /** Another user takes the screen. */
    void takeScreen(String name) {
        page.click("#change-user");
        page.selectOption("#next-user", name);
        page.fill("#next-pin", TestLogin.PIN);
        page.click("#session-dialog form >> nth=0 >> button");
        contains("#user", name);
    }

    /** Readings of the last ten minutes, without a gap. */
    void flow() {
        for (int second = 600; second >= 0; second -= 10) {
            Instant at = wall.instant().minusSeconds(second);
            ward.take(monitor.at(at).kept("hr", 82).clean());
        }
    }

    void hr(double value) {
        Instant now = wall.instant();
        ward.take(monitor.at(now).kept("hr", value).clean());
    }

    void shows(String selector, String text) {
        PlaywrightAssertions.assertThat(page.locator(selector)).hasText(text);
    }

    void contains(String selector, String text) {
        PlaywrightAssertions.assertThat(page.locator(selector).first()).containsText(text);
    }
}
