package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.limit;
import static org.vigie.station.StationRecords.risk;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.RiskScore;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.display.UnitSystem;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.testing.story.MessageStory;

/** Tests that the first part of a tile's line is seen at every size of the tiles: a limit, and who lies in the bed. */
class TileLinePageIT extends PageInBrowser {
    private static final Map<String, Double> BEYOND = Map.of(
            "hr", 155.0, "spo2", 84.0, "rr", 46.0, "abp_sys", 118.0, "abp_dia", 30.0, "abp_mean", 52.0, "temp", 41.2);
    private static final Map<String, Double> CALM = Map.of(
            "hr", 82.0, "spo2", 97.0, "rr", 16.0, "abp_sys", 118.0, "abp_dia", 70.0, "abp_mean", 86.0, "temp", 37.0);
    /** The first parts of lines, which the box of their line does not show. */
    private static final String UNSEEN = """
            () => [...document.querySelectorAll('[data-bed="REA/01"] .whole-parts')]
                .filter((line) => line.children.length && line.checkVisibility())
                .filter((line) => {
                  const box = line.getBoundingClientRect();
                  const part = line.children[0].getBoundingClientRect();
                  return part.top >= box.bottom - 1 || part.right > box.right + 1;
                })
                .map((line) => line.textContent)""";
    /** The places whose name is not seen. */
    private static final String UNNAMED = """
            () => [...document.querySelectorAll('[data-bed="REA/01"] .vital')]
                .filter((place) => {
                  const name = place.querySelector('.label').getBoundingClientRect();
                  const box = place.querySelector('.labels').getBoundingClientRect();
                  return name.width < 1 || name.top >= box.bottom - 1 || name.right > box.right + 1;
                })
                .map((place) => place.dataset.vital)""";

    @Override
    WardViewConfig settings() {
        return WardViewConfig.of(StalenessConfig.defaults())
                .with(new DisplayConfig(ScoreDisplay.TILE, Map.of(), false, UnitSystem.SI));
    }

    @Test
    void afterAChangeOfSourceEachLimitIsSeenAtEverySizeOfTheTiles() {
        // given: values stay new on a slow machine too
        movable.stop();
        admitTwentyFour();

        // when
        beyond(wall.instant().minusSeconds(2), "A");
        beyond(wall.instant(), "B");
        contains("[data-bed='REA/01'] [data-vital=hr] .note", "> 150 ⇄");
        contains("[data-bed='REA/01'] [data-vital=bp] .note", "PAM < 55");

        // then
        for (List<Integer> size :
                List.of(List.of(1920, 1080), List.of(1366, 768), List.of(1280, 1024), List.of(1280, 720))) {
            page.setViewportSize(size.get(0), size.get(1));
            assertEachLimitIsSeen(size.toString());
            assertEachNameIsSeen(size.toString());
        }
    }

    @Test
    void aLimitIsSeenOnTheSmallestTileWhenASilentBedComesBackAndTheTemperatureHasAnArrow() {
        // given: values of three hours ago, on the smallest tiles from the beginning
        movable.stop();
        Instant now = wall.instant();
        MessageStory past = monitor.at(now.minus(Duration.ofHours(3)));
        BEYOND.keySet().forEach(variable -> past.kept(variable, variable.equals("temp") ? 37.2 : 90));
        ward.take(past.clean());
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_SET, 86, now));
        admitTwentyFour();
        page.setViewportSize(1280, 720);
        page.waitForSelector("#beds[data-density=dense]");
        page.reload();
        page.waitForSelector("#beds[data-density=dense] [data-bed='REA/01'] .vital.hr.stale");
        for (String place : List.of("spo2", "rr", "bp")) {
            shows("[data-bed='REA/01'] [data-vital=" + place + "] .value", "--");
        }

        // when
        beyond(now, "A");

        // then
        contains("[data-bed='REA/01'] [data-vital=rr] .note", "> ");
        shows("[data-bed='REA/01'] .temp .change", "↗");
        assertEachLimitIsSeen("after a silence");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] [data-vital=spo2] .own-limit"))
                .isVisible();
        assertEachNameIsSeen("after a silence");
        assertThat(cutOff()).isEmpty();

        // when: the narrowest window that shows all beds side by side
        page.setViewportSize(1150, 720);
        // then
        assertEachLimitIsSeen("1150 x 720");
    }

    @Test
    void aRiskIsSeenWithItsIntervalOnEachTileThatHasALineForIt() {
        // given
        movable.stop();
        admitTwentyFour();
        MessageStory message = monitor.at(wall.instant());
        CALM.forEach(message::kept);
        ward.take(message.clean());
        RiskScore score = risk("REA/01", "s1", 0.24, 0.2, wall.instant());
        score.setLow(0.18);
        score.setHigh(0.3);

        // when
        ward.take(score);

        // then
        contains("[data-bed='REA/01'] .risk", "Risque 24 % (18 – 30 %) 20 % non mesuré");
        page.setViewportSize(1280, 1024);
        page.waitForSelector("#beds[data-density=compact]");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(cutOff()).isEmpty());
        shows("[data-bed='REA/01'] .risk strong", "Risque 24 % (18 – 30 %)");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .risk strong"))
                .isVisible();
    }

    private List<?> cutOff() {
        return TileTexts.cutOff(page).stream()
                .filter(text -> text.toString().startsWith("REA/01 "))
                .toList();
    }

    private void admitTwentyFour() {
        for (int bed = 2; bed <= 24; bed++) {
            ward.take(admitted(
                    String.format(Locale.ROOT, "REA/%02d", bed),
                    "s" + bed,
                    wall.instant().minusSeconds(3600)));
        }
        page.waitForSelector("[data-bed='REA/24']");
    }

    private void assertEachLimitIsSeen(String when) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(page.evaluate(UNSEEN)).as(when).isEqualTo(List.of()));
        assertThat(page.locator("[data-bed='REA/01'] .note[data-violates]").count())
                .isEqualTo(5);
    }

    private void assertEachNameIsSeen(String when) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(page.evaluate(UNNAMED)).as(when).isEqualTo(List.of()));
    }

    private void beyond(Instant at, String channel) {
        MessageStory message = monitor.at(at);
        BEYOND.forEach((variable, value) -> message.kept(variable, value).from(channel, true));
        ward.take(message.clean());
    }
}
