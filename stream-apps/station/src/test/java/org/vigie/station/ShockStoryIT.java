package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.ofIncident;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.station.alarm.limit.BedAlarmLimits;
import org.vigie.station.alarm.limit.LimitViolationSnapshot;
import org.vigie.station.alarm.limit.WardAlarmLimits;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.display.UnitSystem;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.testing.time.TestClock;

/**
 * Shows five minutes of a septic shock, a picture every 30 seconds, into target/screenshots. No picture may look calmer than the patient
 * is: a number beyond a limit has the colour of that limit, no risk stands beside values that the score has not seen, and nothing claims
 * that somebody was called.
 */
class ShockStoryIT extends PageInBrowser {
    private static final Duration STEP = Duration.ofSeconds(30);
    /** Width of the buckets in which the station keeps a day's trends, and so the values of a score's window. */
    private static final long BUCKET_SECONDS = 300;

    private static final String BED = "[data-bed='REA/01'] ";
    private static final String RED = "rgb(255, 130, 135)";
    /** Lists the colours of a value beyond a limit: red, orange before its alarm, yellow and turquoise beside it. */
    private static final List<String> NOT_CALM =
            List.of(RED, "rgb(255, 184, 119)", "rgb(255, 215, 94)", "rgb(79, 208, 224)");

    private static final List<String> NAMES = List.of("hr", "spo2", "rr", "abp_sys", "abp_dia", "abp_mean");
    private static final int[][] COURSE = {
        {96, 97, 18, 112, 62, 79},
        {104, 95, 20, 104, 58, 73},
        {112, 93, 23, 98, 54, 69},
        {119, 89, 26, 93, 51, 66},
        {124, 87, 28, 86, 46, 59},
        {127, 86, 31, 82, 43, 56},
        {131, 85, 32, 76, 40, 52},
        {134, 84, 33, 68, 36, 47},
        {138, 82, 34, 66, 34, 45},
        {143, 79, 35, 64, 33, 44}
    };
    private static final Map<String, String> PLACES = Map.of(
            "hr", "[data-vital=hr] .value",
            "spo2", "[data-vital=spo2] .value",
            "rr", "[data-vital=rr] .value",
            "abp_sys", "[data-vital=bp] .value",
            "abp_dia", "[data-vital=bp] .value",
            "abp_mean", "[data-vital=bp] .mean");

    private final BedAlarmLimits limits = new WardAlarmLimits(AlarmRuleCatalogue.adultIcu()).at("REA/01", List.of());
    private TestClock clock;

    @Override
    Clock clock() {
        long now = Instant.now().getEpochSecond();
        clock = new TestClock(Instant.ofEpochSecond(now - now % BUCKET_SECONDS));
        return clock;
    }

    @Override
    WardViewConfig settings() {
        return WardViewConfig.of(StalenessConfig.defaults())
                .with(new DisplayConfig(ScoreDisplay.TILE, UnitSystem.SI))
                .withoutEstimate();
    }

    @Test
    void noPictureOfAShockLooksCalmerThanThePatientIs() {
        for (int frame = 0; frame < COURSE.length; frame++) {
            // given
            Map<String, Double> values = valuesOf(frame);
            raiseAlarms(frame);

            // when: the first sample of the new values; a heartbeat before it would say that nothing comes
            if (frame == 0) {
                // before the values: a bed is published once per instant, and this clock stands still until the next
                // picture
                ward.take(risk("REA/01", "s1", 0.004, 0.2, clock.instant().plus(STEP)));
            }
            send(values);
            clock.advance(STEP);
            PlaywrightAssertions.assertThat(page.locator("body:not(.unwatched)"))
                    .hasCount(1);
            Map<String, LimitViolationSnapshot> violated = violated(values);
            PlaywrightAssertions.assertThat(page.locator(BED + PLACES.get("abp_mean")))
                    .hasText("(" + COURSE[frame][5] + ")");
            PlaywrightAssertions.assertThat(page.locator(BED + ".risk strong"))
                    .hasText(frame > 0 ? "Risque --" : "Risque < 1 %");

            // then
            shoot(frame);
            assertNothingCalm(frame, violated);
        }
    }

    private void assertNothingCalm(int frame, Map<String, LimitViolationSnapshot> violated) {
        violated.forEach((variable, limit) -> assertThat(colour(variable))
                .as(variable + " in picture " + frame)
                .isIn(limit.priority() == AlarmPriority.HIGH ? List.of(RED) : NOT_CALM));
        if (frame >= 5) {
            PlaywrightAssertions.assertThat(page.locator(BED + ".bar.alarm .text"))
                    .containsText("SpO₂ " + COURSE[frame][1]);
        }
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows > tr")).hasCount(frame >= 5 ? 1 : 0);
        PlaywrightAssertions.assertThat(page.locator("#channels")).containsText("PERSONNE N’EST APPELÉ");
        assertThat(page.locator("body").textContent())
                .as("claims in picture " + frame)
                .doesNotContainPattern(Pattern.compile("(?i)appel demandé|transmis :|en vie à 7 j"));
    }

    private String colour(String variable) {
        return (String) page.evaluate(
                "selector => getComputedStyle(document.querySelector(selector)).color", BED + PLACES.get(variable));
    }

    /** Alarms come after their holds: a step after the first sample beyond a limit. */
    private void raiseAlarms(int frame) {
        if (frame == 5) {
            ward.take(alarm("spo2", AlarmPriorityRecord.MEDIUM, "SpO2 86 % < 88 %", 1));
        } else if (frame == 8) {
            ward.take(alarm("abp_mean", AlarmPriorityRecord.MEDIUM, "PAM 47 mmHg < 65 mmHg", 2));
        } else if (frame == 9) {
            Alert high = alarm("abp_mean", AlarmPriorityRecord.HIGH, "PAM 45 mmHg < 55 mmHg", 3);
            high.getCondition().setEscalatedTo("physician-on-call");
            ward.take(high);
        }
    }

    private Alert alarm(String variable, AlarmPriorityRecord priority, String words, long sequence) {
        Instant at = clock.instant().plusSeconds(15);
        return ofIncident(raised(variable, "REA/01", "s1", priority, at, words, words, variable), sequence);
    }

    private static Map<String, Double> valuesOf(int frame) {
        Map<String, Double> values = new TreeMap<>();
        NAMES.forEach(name -> values.put(name, (double) COURSE[frame][NAMES.indexOf(name)]));
        return values;
    }

    private void send(Map<String, Double> values) {
        var message = monitor.at(clock.instant().plus(STEP));
        values.forEach(message::kept);
        ward.take(message.clean());
    }

    private Map<String, LimitViolationSnapshot> violated(Map<String, Double> values) {
        Map<String, LimitViolationSnapshot> violated = new TreeMap<>();
        values.forEach((variable, value) ->
                limits.violatedBy(variable, value).ifPresent(limit -> violated.put(variable, limit)));
        return violated;
    }

    private void shoot(int frame) {
        String name = "shock-%03d.png".formatted(frame * STEP.toSeconds());
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name)));
    }
}
