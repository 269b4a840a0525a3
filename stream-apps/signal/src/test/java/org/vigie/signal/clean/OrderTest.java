package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.CleaningReason.DUPLICATE;
import static org.vigie.signal.clean.CleaningReason.NONE;
import static org.vigie.signal.clean.CleaningReason.OUT_OF_ORDER;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests late readings, duplicates and readings from a clock that was set. */
class OrderTest {
    private final CleanedDeviceStory cleanedDeviceStory = new CleanedDeviceStory();

    @Test
    void aReadingOlderThanTheNewestIsKeptAsLate() {
        cleanedDeviceStory.says("hr", "80 81");

        assertThat(cleanedDeviceStory.says(
                        CleanedDeviceStory.reading("hr", 79, CleanedDeviceStory.START.minusSeconds(1))))
                .containsExactly(OUT_OF_ORDER);
        assertThat(OUT_OF_ORDER.outcome()).isEqualTo(CleaningOutcome.KEPT);
    }

    @Test
    void theSameValueOfTheSameInstantInAnotherMessageIsADuplicate() {
        cleanedDeviceStory.says("hr", "80 81 82");

        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, CleanedDeviceStory.START)))
                .containsExactly(DUPLICATE);
    }

    @Test
    void anotherValueOfTheSameInstantIsKept() {
        cleanedDeviceStory.says("hr", "80");

        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 81, CleanedDeviceStory.START)))
                .containsExactly(NONE);
    }

    @Test
    void aLateReadingThatComesAgainIsADuplicate() {
        cleanedDeviceStory.says("hr", "80 81");
        Reading late = CleanedDeviceStory.reading("hr", 79, CleanedDeviceStory.START.minusSeconds(1));
        cleanedDeviceStory.says(late);

        assertThat(cleanedDeviceStory.says(late)).containsExactly(DUPLICATE);
    }

    @Test
    void aCuffPressureThatIsRepeatedEverySecondCountsOnce() {
        Reading cuff = cleanedDeviceStory.reading("nibp_sys", 120);

        assertThat(cleanedDeviceStory.says(cuff)).containsExactly(NONE);
        assertThat(cleanedDeviceStory.says(cuff)).containsExactly(DUPLICATE);
    }

    @Test
    void aMonitorWhoseFastClockIsPutRightIsNotLate() {
        Instant ahead = cleanedDeviceStory.now().plus(Duration.ofMinutes(4));
        cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, ahead));

        assertThat(cleanedDeviceStory.says("hr", "81 82 83")).containsOnly(NONE);
    }

    @Test
    void aMonitorWhoseClockIsSetBackIsLateForOneReadingOnly() {
        cleanedDeviceStory.says("hr", "80 80");
        Duration back = Duration.ofHours(1);

        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading(
                        "hr", 80, cleanedDeviceStory.now().minus(back))))
                .containsExactly(OUT_OF_ORDER);
        for (int second = 0; second < 60; second++) {
            assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading(
                            "hr", 80 + second % 3, cleanedDeviceStory.now().minus(back))))
                    .containsExactly(NONE);
        }
    }

    @Test
    void theSameValueOfAnInstantThatASetBackClockNamesAgainIsNoDuplicate() {
        cleanedDeviceStory.says("hr", "80 80 80 80 80 80");
        Duration back = Duration.ofSeconds(6);

        cleanedDeviceStory.says(
                CleanedDeviceStory.reading("hr", 80, cleanedDeviceStory.now().minus(back)));

        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading(
                        "hr", 80, cleanedDeviceStory.now().minus(back))))
                .containsExactly(NONE);
    }

    @Test
    void theClockOfADeviceHoldsForAllItMeasures() {
        cleanedDeviceStory.says("hr", "80 80 80");
        cleanedDeviceStory.says(CleanedDeviceStory.reading("nibp_sys", 120, cleanedDeviceStory.now()));
        Instant back = cleanedDeviceStory.now().minus(Duration.ofHours(1));
        cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, back));
        cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, back.plusSeconds(1)));

        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading("nibp_sys", 60, back.plusSeconds(2))))
                .containsExactly(NONE);
    }

    @Test
    void aLaboratoryResultIsAsOldAsItSaysWhateverTheClockOfItsDevice() {
        cleanedDeviceStory.says("hr", "80 80 80");
        cleanedDeviceStory.says("potassium", "4.1");
        Instant back = cleanedDeviceStory.now().minus(Duration.ofHours(1));
        cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, back));
        cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, back.plusSeconds(1)));

        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading("potassium", 6.0, back.plusSeconds(2))))
                .containsExactly(OUT_OF_ORDER);
    }

    @Test
    void aCuffPressureFromTheFutureDoesNotHideTheNextOne() {
        cleanedDeviceStory.says(CleanedDeviceStory.reading(
                "nibp_sys", 120, cleanedDeviceStory.now().plus(Duration.ofMinutes(4))));
        cleanedDeviceStory.after(Duration.ofMinutes(2));

        assertThat(cleanedDeviceStory.says("nibp_sys", "60")).containsExactly(NONE);
    }

    @Test
    void aCuffPressureThatIsRepeatedAfterTheClockWasSetBackIsStillADuplicate() {
        cleanedDeviceStory.says("hr", "80 80 80");
        Reading cuff = cleanedDeviceStory.reading("nibp_sys", 120);
        cleanedDeviceStory.says(cuff);
        cleanedDeviceStory.after(Duration.ofSeconds(1));
        Instant back = cleanedDeviceStory.now().minus(Duration.ofHours(1));
        cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, back));
        cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, back.plusSeconds(1)));

        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, back.plusSeconds(2)), cuff))
                .containsExactly(NONE, DUPLICATE);
    }

    @Test
    void aMonitorWhoseClockWasNeverSetNeverSpeaksOfNow() {
        for (int second = 0; second < 90; second++) {
            assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading("hr", 80, Instant.EPOCH.plusSeconds(second))))
                    .containsExactly(OUT_OF_ORDER);
        }

        assertThat(cleanedDeviceStory.says("hr", "80")).containsExactly(NONE);
    }

    @Test
    void whatIsADayOldIsNotLateByThatAlone() {
        Duration day = Duration.ofDays(1);

        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading(
                        "lactate", 2, cleanedDeviceStory.now().minus(day))))
                .containsExactly(NONE);
        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading(
                        "potassium", 4, cleanedDeviceStory.now().minus(day).minusMillis(1))))
                .containsExactly(OUT_OF_ORDER);
    }

    @Test
    void aChartedValueIsKnownAgainAfterThreeDaysOfHours() {
        for (int hour = 0; hour < 72; hour++) {
            cleanedDeviceStory.says("urine", "50");
            cleanedDeviceStory.after(Duration.ofHours(1));
        }

        assertThat(cleanedDeviceStory.says(CleanedDeviceStory.reading("urine", 50, CleanedDeviceStory.START)))
                .containsExactly(DUPLICATE);
    }

    @Test
    void anOldLaboratoryResultStaysLateHoweverLongAfter() {
        cleanedDeviceStory.says("potassium", "4.1");
        cleanedDeviceStory.after(Duration.ofHours(2));

        assertThat(cleanedDeviceStory.says(
                        CleanedDeviceStory.reading("potassium", 3.9, CleanedDeviceStory.START.minusSeconds(60))))
                .containsExactly(OUT_OF_ORDER);
    }
}
