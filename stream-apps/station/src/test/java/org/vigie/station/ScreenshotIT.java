package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.station.web.StationWebServer;
import org.vigie.station.web.WebAddress;

/**
 * Takes pictures of a full ward into target/screenshots, to be looked at by people; with {@code -Dvigie.write.docs=true} that of the README, too.
 */
class ScreenshotIT {
    private static final String FITS = """
            () => [document.documentElement, document.querySelector('#bed-area')]
                .every((node) => node.scrollHeight <= Math.max(node.clientHeight, 1))""";
    /** A number that touches the next one reads as another number. */
    private static final String TOUCHING = """
            () => [...document.querySelectorAll('.vital:is(.rr, .bp, .hr):not(.stale) .value')]
                .filter((node) => {
                  const range = document.createRange();
                  range.selectNodeContents(node);
                  const gap = node.closest('.hr') ? 6 : 3;
                  return range.getBoundingClientRect().width + gap > node.clientWidth;
                })
                .map((node) => node.closest('.tile').dataset.bed + ' ' + node.className + ' ' + node.textContent)""";

    /** Heights of digits and capital letters on the screen, in CSS pixels, as the browser's own font draws them; the smallest of each kind. */
    private static final String HEIGHTS = """
            () => {
              const pen = document.createElement('canvas').getContext('2d');
              const height = (selector) => Math.min(...[...document.querySelectorAll(selector)].map((node) => {
                const style = getComputedStyle(node);
                pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
                return pen.measureText('8').actualBoundingBoxAscent;
              }));
              return [
                '.vital:is(.hr, .spo2):not(.stale) .value',
                '.vital:is(.rr, .bp):not(.stale) .value:not(.long)',
                '.tile .bed-number',
                '.bar.alarm[data-priority] .text',
              ].map(height);
            }""";

    private static final Path README = Path.of("../../docs/images/station.png");

    /** A pixel of a 55-inch screen with 1920 x 1080 pixels, in mm. */
    private static final double PIXEL_MM = 55 * 25.4 * 16 / Math.hypot(16, 9) / 1920;

    private static final double TIMEOUT_MS = 120_000;
    private static final double DISTANCE_MM = 4_000;
    /** ISO 9241-303 recommends 20 to 22 minutes of arc. */
    private static final double READ_AT_A_GLANCE = 20;
    /** ISO 9241-303 asks for 16 minutes of arc at least where somebody reads for long. */
    private static final double READ_FOR_LONG = 16;

    @Test
    void aWardOfTwentyFourBedsFitsAWallScreenWithoutScrolling() throws IOException {
        // given
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        var ward = new WardView(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), List.of(), 1, now);
        var story = new DemoWard(ward, now, now);
        story.fill();
        var heart = Executors.newSingleThreadScheduledExecutor();
        var unused = heart.scheduleAtFixedRate(() -> story.second(Instant.now()), 0, 1, TimeUnit.SECONDS);
        try (var webServer = StationWebServer.open(
                        ward,
                        new RecordedAlertCommands(),
                        new TestLogin(Clock.systemUTC()).login(),
                        WebAddress.loopback(0),
                        Clock.systemUTC());
                var context = ChromiumBrowser.shared()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(1920, 1080)
                                .setLocale("fr-FR"))) {
            context.setDefaultTimeout(TIMEOUT_MS);
            Page page = context.newPage();
            ChartContrast.record(page);
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            List<String> pale = new ArrayList<>();

            // when
            page.navigate(webServer.loginAddress().toString());
            page.waitForSelector("[data-bed='REA/24']");
            shows(page, "[data-bed='REA/03'] .note >> nth=0", "0 s");

            // then
            shoot(page, "ward-fr");
            pale.addAll(SmallTextContrast.pale(page, "body"));
            if (Boolean.getBoolean("vigie.write.docs")) {
                Files.copy(Path.of("target/screenshots/ward-fr.png"), README, StandardCopyOption.REPLACE_EXISTING);
            }
            for (String language : List.of("fr", "en")) {
                assertFits(page, 1920, 1080, "full");
                assertReadAtFourMetres(page);
                assertFits(page, 1366, 768, "dense");
                assertFits(page, 1280, 1024, "compact");
                assertFits(page, 1280, 720, "dense");
                assertWhole(page, 1024, 768, language + "-tablet");
                assertWhole(page, 390, 844, language + "-phone");
                page.click("#language");
            }
            page.evaluate("document.body.classList.add('cut')");
            pale.addAll(SmallTextContrast.pale(page, "#beds"));
            page.evaluate("document.body.classList.remove('cut')");
            page.setViewportSize(1920, 1080);
            page.click("[data-bed='REA/03'] .bed-name");
            page.click("[data-hours='48']");
            page.waitForSelector(".chart canvas");
            shoot(page, "bed-48h");
            pale.addAll(ChartContrast.pale(page, "#bed-dialog"));
            page.click("[data-hours='24']");
            page.waitForSelector(".chart canvas");
            shoot(page, "bed-24h");
            page.click("[data-hours='1']");
            page.waitForSelector(".chart[aria-label='FC 1 h']");
            shoot(page, "bed-1h");
            pale.addAll(ChartContrast.pale(page, "#bed-dialog"));
            page.click(".limits summary");
            shoot(page, "bed-limits");
            pale.addAll(SmallTextContrast.pale(page, "#bed-dialog"));
            page.setViewportSize(1024, 768);
            page.evaluate("document.querySelector(\".second-look\").scrollIntoView({ block: \"center\" })");
            shoot(page, "bed-tablet");
            page.setViewportSize(1920, 1080);
            page.keyboard().press("Escape");
            page.click("[data-sort=triage]");
            ward.take(StationRecords.channel("mail", false, now.minusSeconds(600)), now);
            ward.take(StationRecords.load("REA", 61, 2.5, true, now), now);
            page.waitForSelector("#channels:not(:empty)");
            shoot(page, "ward-by-triage");
            page.click("#open-changes");
            shoot(page, "changes-fr");
            pale.addAll(SmallTextContrast.pale(page, "dialog[open]"));
            page.keyboard().press("Escape");
            page.click("#language");
            page.click("#open-quality");
            page.waitForSelector("dialog[open]");
            shoot(page, "quality-en");
            pale.addAll(SmallTextContrast.pale(page, "dialog[open]"));
            page.navigate(webServer.address() + "handover.html?lang=fr");
            page.waitForSelector("#sheet [data-bed='REA/24']");
            shoot(page, "handover-fr");
            pale.addAll(SmallTextContrast.pale(page, "body"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(1062, 734); // A4 landscape without its margins, at 96 dpi
            shoot(page, "handover-print");
            assertThat(page.evaluate("document.documentElement.scrollHeight <= 734"))
                    .as("24 beds on one page")
                    .isEqualTo(true);
            assertThat(pale).as("small text with a contrast below 7:1").isEmpty();
            assertThat(errors).isEmpty();
        } finally {
            heart.shutdownNow();
        }
    }

    @Test
    void theTilesAreAsLargeAsTheScreenAndTheBedsAllow() {
        try (var webServer = StationWebServer.open(
                        new WardView(
                                WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(),
                                List.of(),
                                1,
                                Instant.now()),
                        new RecordedAlertCommands(),
                        new TestLogin(Clock.systemUTC()).login(),
                        WebAddress.loopback(0),
                        Clock.systemUTC());
                var page = ChromiumBrowser.shared().newPage()) {
            page.navigate(webServer.loginAddress().toString());
            page.waitForURL(webServer.address().toString());
            String arrangement = """
                    async ([beds, width, height]) => {
                      const { arrangement } = await import('/js/density.js');
                      const found = arrangement(beds, width, height);
                      return found === null ? 'none' : found.density + ' ' + found.columns;
                    }""";
            assertThat(page.evaluate(arrangement, List.of(8, 1520, 990))).isEqualTo("large 3");
            assertThat(page.evaluate(arrangement, List.of(24, 1520, 990))).isEqualTo("full 6");
            assertThat(page.evaluate(arrangement, List.of(28, 1520, 990))).isEqualTo("full 7");
            assertThat(page.evaluate(arrangement, List.of(40, 1520, 990))).isEqualTo("compact 8");
            assertThat(page.evaluate(arrangement, List.of(24, 1050, 670))).isEqualTo("dense 5");
            assertThat(page.evaluate(arrangement, List.of(200, 1050, 670))).isEqualTo("none");
        }
    }

    @Test
    void aWardWithoutAlarmsShowsNoLevelAsCurrent() {
        // given
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        var ward = new WardView(
                WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), List.of(), 1, now.minusSeconds(900));
        var story = new DemoWard(ward, now, now.minusSeconds(700));
        story.fill();
        var heart = Executors.newSingleThreadScheduledExecutor();
        var unused = heart.scheduleAtFixedRate(() -> story.second(Instant.now()), 0, 1, TimeUnit.SECONDS);
        try (var webServer = StationWebServer.open(
                        ward,
                        new RecordedAlertCommands(),
                        new TestLogin(Clock.systemUTC()).login(),
                        WebAddress.loopback(0),
                        Clock.systemUTC());
                var context = ChromiumBrowser.shared()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(1920, 1080)
                                .setLocale("fr-FR"))) {
            context.setDefaultTimeout(TIMEOUT_MS);
            Page page = context.newPage();

            // when
            page.navigate(webServer.loginAddress().toString());
            page.waitForSelector("[data-bed='REA/24'] .triage");
            shows(page, "#banner", "ALARMES NON CALCULÉES");

            // then
            assertThat(page.locator(".triage:is([data-level^=TRI_], [data-level=UNKNOWN])")
                            .count())
                    .isZero();
            shoot(page, "no-alarms-fr");
            page.setViewportSize(1280, 720);
            shoot(page, "no-alarms-fr-1280");
        } finally {
            heart.shutdownNow();
        }
    }

    /** A screen shows every bed without scrolling, and no word or number is cut off. */
    private static void assertFits(Page page, int width, int height, String density) {
        page.setViewportSize(width, height);
        page.waitForSelector("#beds[data-density=" + density + "]");
        assertWhole(page, width, height, page.getAttribute("html", "lang") + "-" + width + "x" + height);
        assertThat(page.evaluate(FITS))
                .as("no scrolling at %d x %d", width, height)
                .isEqualTo(true);
        assertThat(page.evaluate(TOUCHING))
                .as("touching numbers at %d x %d", width, height)
                .isEqualTo(List.of());
    }

    /** The words of alarms are fitted a moment after the window changed. */
    private static void assertWhole(Page page, int width, int height, String name) {
        page.setViewportSize(width, height);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(TileTexts.cutOff(page)).as(name).isEqualTo(List.of()));
        shoot(page, "ward-" + name);
    }

    private static void assertReadAtFourMetres(Page page) {
        List<Double> heights = ((List<?>) page.evaluate(HEIGHTS))
                .stream()
                        .map(height -> arcMinutes(((Number) height).doubleValue()))
                        .toList();
        assertThat(heights.get(0)).as("heart rate and saturation").isGreaterThanOrEqualTo(READ_AT_A_GLANCE);
        assertThat(heights.subList(1, heights.size()))
                .as("breathing and pressure, beds, words of alarms")
                .allSatisfy(minutes -> assertThat(minutes).isGreaterThanOrEqualTo(READ_FOR_LONG));
    }

    private static double arcMinutes(double pixels) {
        return Math.toDegrees(Math.atan(pixels * PIXEL_MM / DISTANCE_MM)) * 60;
    }

    private static void shows(Page page, String selector, String text) {
        PlaywrightAssertions.assertThat(page.locator(selector))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
