package org.vigie.risk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.risk.window.WindowHarness.kind;
import static org.vigie.risk.window.WindowHarness.value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Window;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests back-fill, snapshots and the end of a stay. */
class WindowLifeJobTest {
    private final BedStory bed = new WardStory().bed("REA/01", "stay-1");

    @Test
    void aBackFillCostsOneWindowForEachStepOfTheWatermark() throws Exception {
        try (WindowHarness ward = new WindowHarness()) {
            // given
            ward.know(bed.admission());
            List<Window> windows = new ArrayList<>();

            // when 48 hours pass in eight steps
            for (int minute = 0; minute < 48 * 60; minute++) {
                ward.observe(
                        bed.at("PT" + minute + "M").kept("hr", 60 + minute % 40).clean());
                if (minute % 360 == 359) {
                    windows.addAll(ward.until("PT" + minute + "M"));
                }
            }

            // then
            assertThat(windows).hasSize(8);
            assertThat(windows.get(7).getLastHour()).isEqualTo(47);
            assertThat(windows.get(7).getKinds())
                    .filteredOn(kind -> kind.name().equals("MEASURED"))
                    .hasSize(48);
        }
    }

    @Test
    void aStayThatIsBackFilledBehindTheWardDoesNotWait() throws Exception {
        try (WindowHarness ward = new WindowHarness()) {
            // given a ward that is three days ahead of a provisional stay
            bed.provisional();
            ward.until("PT72H");

            // when
            ward.observe(bed.at("PT0S").kept("hr", 80).clean());
            List<Window> first = ward.afterAWhile();
            ward.observe(bed.at("PT4M").kept("hr", 90).clean());
            List<Window> early = ward.afterAWhile();
            ward.observe(
                    bed.at("PT46H").kept("hr", 95).clean(),
                    bed.at("PT47H").kept("hr", 100).clean());
            List<Window> last = ward.afterAWhile();

            // then
            assertThat(first).hasSize(1);
            assertThat(early).isEmpty();
            assertThat(last).singleElement().satisfies(window -> {
                assertThat(window.getRevision()).isEqualTo(1);
                assertThat(value(window, "hr", 0)).isEqualTo(85f);
                assertThat(window.getLastHour()).isEqualTo(47);
            });
        }
    }

    @Test
    void hoursTimersAndRevisionsSurviveASnapshot() throws Exception {
        // given a stay with a window sent, and a change that is not
        var ward = new WindowHarness();
        ward.know(bed.admission());
        ward.observe(bed.at("PT10S").kept("urine", 30).clean());
        ward.until("PT10S");
        var taken = bed.at("PT20S").kept("urine", 50).clean();
        ward.observe(taken);
        var unknown = new WardStory().bed("REA/01", "stay-2");
        ward.observe(unknown.at("PT20S").kept("hr", 80).clean());
        var snapshot = ward.snapshot();
        ward.close();

        // when another Flink goes on from there and is sent the last record again
        try (WindowHarness resumed = new WindowHarness(snapshot)) {
            resumed.observe(taken, bed.at("PT30S").kept("urine", 7).clean());
            resumed.know(unknown.admission());
            List<Window> windows = resumed.until("PT5M10S");

            // then
            assertThat(windows)
                    .filteredOn(window -> window.getStay().equals("stay-1"))
                    .singleElement()
                    .satisfies(window -> {
                        assertThat(value(window, "urine", 0)).isEqualTo(87f);
                        assertThat(window.getRevision()).isEqualTo(1);
                        assertThat(window.getAge()).isEqualTo(64.0);
                        assertThat(window.getChangedHours()).containsExactly(47);
                    });
            assertThat(windows)
                    .filteredOn(window -> window.getStay().equals("stay-2"))
                    .singleElement()
                    .satisfies(window -> assertThat(kind(window, "hr", 0)).isEqualTo("MEASURED"));
        }
    }

    @Test
    void aSnapshotHoldsNoLaterReading() throws Exception {
        // given
        try (WindowHarness ward = new WindowHarness()) {
            ward.know(bed.admission());
            ward.observe(bed.at("PT10S").kept("urine", 30).clean());
            var snapshot = ward.snapshot();
            var next = bed.at("PT20S").kept("urine", 50).clean();
            ward.observe(next);

            // when
            try (WindowHarness resumed = new WindowHarness(snapshot)) {
                resumed.observe(next);

                // then
                assertThat(resumed.until("PT1M"))
                        .singleElement()
                        .satisfies(
                                window -> assertThat(value(window, "urine", 0)).isEqualTo(80f));
            }
        }
    }

    @Test
    void anEndedStayIsRemovedADayAfterItsLastReading() throws Exception {
        try (WindowHarness ward = new WindowHarness()) {
            // given
            ward.know(bed.admission());
            ward.observe(bed.at("PT1H").kept("hr", 80).clean());
            ward.until("PT1H");
            var ended = bed.admission();
            ended.setUntil(WardStory.ADMITTED.plus(Duration.ofHours(2)));
            ward.know(ended);
            ward.observe(bed.at("PT1H30M").late("hr", 90).clean());

            // when
            List<Window> rest = ward.until("PT25H59M");
            int heldBefore = ward.stays();
            ward.until("PT26H");

            // then
            assertThat(rest).hasSize(1);
            assertThat(heldBefore).isPositive();
            assertThat(ward.stays()).isZero();
            assertThat(ward.timers()).isZero();
        }
    }

    @Test
    void aContinuingStayIsNeverRemoved() throws Exception {
        try (WindowHarness ward = new WindowHarness()) {
            // given
            ward.know(bed.admission());
            ward.observe(bed.at("PT1H").kept("hr", 80).clean());

            // when
            ward.until("PT240H");
            ward.observe(bed.at("PT241H").kept("temp", 37).clean());

            // then
            assertThat(ward.until("PT241H"))
                    .singleElement()
                    .satisfies(window -> assertThat(window.getRevision()).isEqualTo(1));
        }
    }
}
