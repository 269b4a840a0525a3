package org.vigie.risk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.risk.window.WindowHarness.kind;
import static org.vigie.risk.window.WindowHarness.row;
import static org.vigie.risk.window.WindowHarness.value;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;
import org.vigie.testing.story.WardStory;

/** Tests that a late, corrected or withdrawn reading changes the hours that it concerns. */
class LateReadingWindowTest extends WindowStory {
    @Test
    void aLateReadingCorrectsItsHourAndTheHoursThatWereCarriedFromIt() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(
                bed.at("PT10M").kept("hr", 80).clean(),
                bed.at("PT3H10M").kept("hr", 100).clean());
        ward.until("PT3H10M");

        // when
        ward.observe(bed.at("PT1H10M").late("hr", 60).clean());
        List<Window> windows = ward.until("PT3H15M");

        // then
        assertThat(windows).singleElement().satisfies(window -> {
            assertThat(value(window, "hr", 1)).isEqualTo(60f);
            assertThat(value(window, "hr", 2)).isEqualTo(60f);
            assertThat(kind(window, "hr", 2)).isEqualTo("CARRIED");
            assertThat(window.getChangedHours()).containsExactly(row(window, 1), row(window, 2));
            assertThat(window.getEnd()).isEqualTo(WardStory.ADMITTED.plus(Duration.parse("PT3H10M")));
            assertThat(window.getRevision()).isEqualTo(1);
        });
    }

    @Test
    void whatWasTakenBackLeavesItsHourAndTheHoursThatWereCarriedFromIt() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(
                bed.at("PT10M").kept("hr", 80).clean(),
                bed.at("PT1H10M").kept("hr", 180).clean());
        ward.observe(bed.at("PT3H10M").kept("temp", 37).clean());
        ward.until("PT3H10M");

        // when
        CleanObservation retraction = bed.at("PT1H10M").withdrawn("hr", 180).clean();
        ward.observe(retraction, retraction);
        List<Window> windows = ward.until("PT3H15M");

        // then
        assertThat(windows).singleElement().satisfies(window -> {
            assertThat(value(window, "hr", 1)).isEqualTo(80f);
            assertThat(kind(window, "hr", 1)).isEqualTo("CARRIED");
            assertThat(value(window, "hr", 3)).isEqualTo(80f);
            assertThat(window.getChangedHours()).containsExactly(row(window, 1), row(window, 2), row(window, 3));
        });
    }

    @Test
    void aCorrectedValueTakesThePlaceOfTheOneBefore() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(bed.at("PT10M").kept("urine", 300).clean());

        // when
        ward.observe(bed.at("PT10M").corrected("urine", 300, 30).clean());

        // then
        assertThat(ward.until("PT1H"))
                .singleElement()
                .satisfies(window -> assertThat(value(window, "urine", 0)).isEqualTo(30f));
    }

    @Test
    void whatWasTakenBackBeforeTheAdmissionIsKnownIsNotPutIntoItsHour() throws Exception {
        // given
        ward.observe(
                bed.at("PT10M").kept("hr", 80).clean(),
                bed.at("PT20M").kept("hr", 180).clean());
        ward.observe(bed.at("PT20M").withdrawn("hr", 180).clean());

        // when
        ward.know(bed.admission());

        // then
        assertThat(ward.until("PT1H"))
                .last()
                .satisfies(window -> assertThat(value(window, "hr", 0)).isEqualTo(80f));
    }

    @Test
    void whatWasNeverTakenInIsNotTakenOut() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(bed.at("PT10M").withdrawn("hr", 180).clean());

        // when
        ward.observe(bed.at("PT20M").kept("hr", 80).clean());

        // then
        assertThat(ward.until("PT1H"))
                .singleElement()
                .satisfies(window -> assertThat(value(window, "hr", 0)).isEqualTo(80f));
    }

    @Test
    void aReadingThatIsAttributedLateFillsItsHourOnceAfterNewerReadings() throws Exception {
        // given a stay that has spoken on since it is known
        ward.know(bed.admission());
        CleanObservation meanwhile = bed.at("PT10M").kept("urine", 30).clean();
        ward.observe(bed.at("PT1H10M").kept("hr", 80).clean());

        // when
        meanwhile.setAttributedFrom("provisional-1");
        ward.observe(meanwhile, meanwhile);

        // then
        assertThat(ward.until("PT2H"))
                .last()
                .satisfies(window -> assertThat(value(window, "urine", 0)).isEqualTo(30f));
    }

    @Test
    void aSecondRoundOfLateAttributionWithEarlierReadingsFillsItsHoursToo() throws Exception {
        // given: an admission whose time is corrected, so that the readings before it follow those after it
        ward.know(bed.admission());
        CleanObservation earlier = attributed("PT10M", 30);
        CleanObservation later = attributed("PT1H10M", 50);
        ward.observe(later);

        // when: the first round comes again beside the second one
        ward.observe(earlier, later, earlier);

        // then
        assertThat(ward.until("PT2H")).last().satisfies(window -> {
            assertThat(value(window, "urine", 0)).isEqualTo(30f);
            assertThat(value(window, "urine", 1)).isEqualTo(50f);
        });
    }

    @Test
    void aRoundThatComesAgainAfterARestoreIsNotAddedTwice() throws Exception {
        // given
        ward.know(bed.admission());
        CleanObservation earlier = attributed("PT10M", 30);
        CleanObservation later = attributed("PT1H10M", 50);
        ward.observe(later, earlier);

        // when
        List<Window> windows;
        try (var restored = new WindowHarness(ward.snapshot())) {
            restored.observe(earlier, later, bed.at("PT1H20M").kept("hr", 80).clean());
            windows = restored.until("PT2H");
        }

        // then
        assertThat(windows).last().satisfies(window -> {
            assertThat(value(window, "urine", 0)).isEqualTo(30f);
            assertThat(value(window, "urine", 1)).isEqualTo(50f);
        });
    }

    private CleanObservation attributed(String sinceAdmission, double urine) {
        CleanObservation attributed =
                bed.at(sinceAdmission).kept("urine", urine).clean();
        attributed.setAttributedFrom("provisional-1");
        return attributed;
    }
}
