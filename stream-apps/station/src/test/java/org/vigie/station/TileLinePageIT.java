package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.testing.story.MessageStory;

/** Tests that the first part of a tile's line is seen at every size of the tiles: a limit, and who lies in the bed. */
class TileLinePageIT extends PageInBrowser {
    private static final Map<String, Double> BEYOND = Map.of(
            "hr", 155.0, "spo2", 84.0, "rr", 46.0, "abp_sys", 118.0, "abp_dia", 30.0, "abp_mean", 52.0, "temp", 41.2);
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

    @Test
    void afterAChangeOfSourceEachLimitIsSeenAtEverySizeOfTheTiles() {
        // given: values stay new on a slow machine too
        movable.stop();
        for (int bed = 2; bed <= 24; bed++) {
            ward.take(admitted(
                    String.format(Locale.ROOT, "REA/%02d", bed),
                    "s" + bed,
                    wall.instant().minusSeconds(3600)));
        }
        page.waitForSelector("[data-bed='REA/24']");

        // when
        beyond(wall.instant().minusSeconds(2), "A");
        beyond(wall.instant(), "B");
        contains("[data-bed='REA/01'] [data-vital=hr] .note", "> 150 ⇄");
        contains("[data-bed='REA/01'] [data-vital=bp] .note", "PAM < 55");

        // then
        for (List<Integer> size :
                List.of(List.of(1920, 1080), List.of(1366, 768), List.of(1280, 1024), List.of(1280, 720))) {
            page.setViewportSize(size.get(0), size.get(1));
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertThat(page.evaluate(UNSEEN)).as("%s", size).isEqualTo(List.of()));
            assertThat(page.locator("[data-bed='REA/01'] .note[data-violates]").count())
                    .isEqualTo(5);
        }
    }

    private void beyond(Instant at, String channel) {
        MessageStory message = monitor.at(at);
        BEYOND.forEach((variable, value) -> message.kept(variable, value).from(channel, true));
        ward.take(message.clean());
    }
}
