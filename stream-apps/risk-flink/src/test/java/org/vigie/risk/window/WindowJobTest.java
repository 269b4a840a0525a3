package org.vigie.risk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.risk.window.WindowHarness.kind;
import static org.vigie.risk.window.WindowHarness.value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests which windows the step window sends. */
class WindowJobTest extends WindowStory {
    @Test
    void aCanaryHasNoWindowAndIsThereforeNeverScored() throws Exception {
        // given
        BedStory canary = new WardStory().bed("VIGIE-CANARY/7", "provisional-7");

        // when
        ward.observe(canary.at("PT10S").kept("hr", 70).clean());

        // then
        assertThat(ward.until("PT3H")).isEmpty();
    }

    @Test
    void theFirstWindowIsSentOnceEventTimeHasPassedTheFirstReading() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(
                bed.at("PT10S").kept("hr", 80).clean(),
                bed.at("PT11S").kept("hr", 90).clean());

        // when
        List<Window> before = ward.until("PT9S");
        List<Window> after = ward.until("PT10S");

        // then
        assertThat(before).isEmpty();
        assertThat(after).singleElement().satisfies(window -> {
            assertThat(value(window, "hr", 0)).isEqualTo(85f);
            assertThat(kind(window, "hr", 0)).isEqualTo("MEASURED");
            assertThat(kind(window, "temp", 0)).isEqualTo("NORMAL");
            assertThat(window.getEnd()).isEqualTo(WardStory.ADMITTED.plusSeconds(11));
            assertThat(window.getAdmittedAt()).isEqualTo(WardStory.ADMITTED);
            assertThat(window.getAge()).isEqualTo(64.0);
            assertThat(window.getRevision()).isZero();
            assertThat(window.getNewest().getOffset()).isEqualTo(1);
            assertThat(window.getDigest()).hasSize(64);
        });
    }

    @Test
    void aChangedWindowIsSentAtMostEveryFiveMinutes() throws Exception {
        // given
        ward.know(bed.admission());
        List<Window> windows = new ArrayList<>();

        // when a reading comes every ten seconds for half an hour
        for (int second = 0; second <= 1800; second += 10) {
            ward.observe(
                    bed.at("PT" + second + "S").kept("hr", 60 + second / 10.0).clean());
            windows.addAll(ward.until("PT" + (second - 5) + "S"));
        }

        // then
        assertThat(windows).extracting(Window::getRevision).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(windows)
                .extracting(window ->
                        Duration.between(WardStory.ADMITTED, window.getEnd()).toMinutes())
                .containsExactly(0L, 5L, 10L, 15L, 20L, 25L);
    }

    @Test
    void suspectReadingsMakeNoWindow() throws Exception {
        // given
        ward.know(bed.admission());

        // when
        ward.observe(bed.at("PT10S").suspect("hr", 250).clean());

        // then
        assertThat(ward.until("PT1H")).isEmpty();
    }

    @Test
    void aRecordThatIsSentAgainCountsOnce() throws Exception {
        // given
        ward.know(bed.admission());
        CleanObservation first = bed.at("PT10S").kept("urine", 30).clean();
        CleanObservation second = bed.at("PT20S").kept("urine", 50).clean();
        CleanObservation elsewhere = bed.at("PT30S").kept("urine", 5).clean();
        elsewhere.getOrigin().setPartition(1);

        // when
        ward.observe(first, second, first, second);
        ward.observe(elsewhere);

        // then
        assertThat(ward.until("PT1M"))
                .singleElement()
                .satisfies(window -> assertThat(value(window, "urine", 0)).isEqualTo(85f));
    }

    @Test
    void nothingIsSentWhenTheModelWouldSeeTheSame() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(bed.at("PT10S").kept("hr", 80).clean());
        ward.until("PT10S");

        // when the mean of the hour stays what it was
        ward.observe(bed.at("PT6M").kept("hr", 80).clean());

        // then
        assertThat(ward.until("PT20M")).isEmpty();
    }
}
