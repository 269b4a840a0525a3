package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.raised;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;

/** Tests that no number of 24 beds is cut off, whatever the height of the window is. */
class TileHeightPageIT extends PageInBrowser {
    private static final int BEDS = 24;

    /** The places of the fullest tile whose number is not seen as a whole. */
    private static final String CUT_OFF = """
            () => {
              const tile = document.querySelector("[data-bed='REA/01']");
              const room = tile.querySelector('.vitals').getBoundingClientRect();
              const cut = [...tile.querySelectorAll('.vital .value')].filter((value) => value.getBoundingClientRect().bottom > room.bottom + 1);
              return cut.map((value) => `${document.querySelector('#beds').dataset.density} ${Math.round(tile.offsetHeight)} px: ${value.closest('.vital').dataset.vital}`);
            }""";

    @Test
    void numbersAreWholeAtEachHeightOfTheWindow() {
        // given: a tile with an alarm and a line of further values
        movable.stop();
        for (int bed = 2; bed <= BEDS; bed++) {
            String name = String.format(Locale.ROOT, "REA/%02d", bed);
            ward.take(admitted(name, "s" + bed, wall.instant().minusSeconds(3600)));
        }
        ward.take(monitor.at(wall.instant())
                .kept("hr", 152)
                .kept("spo2", 97)
                .kept("rr", 16)
                .kept("abp_sys", 118)
                .kept("abp_dia", 70)
                .kept("abp_mean", 86)
                .kept("temp", 37)
                .kept("noradrenaline", 0.25)
                .kept("fio2", 60)
                .clean());
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant()));
        page.waitForSelector("[data-bed='REA/24']");
        contains("[data-bed='REA/01'] .profile", "NAD 0,25");

        // then
        for (int height = 1060; height >= 700; height -= 40) {
            page.setViewportSize(1920, height);
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(page.evaluate(CUT_OFF)).isEqualTo(List.of()));
        }
    }
}
