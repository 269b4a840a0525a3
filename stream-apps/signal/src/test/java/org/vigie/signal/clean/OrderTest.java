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
        // when
        cleanedDeviceStory.send("hr", "80 81");

        // then
        assertThat(cleanedDeviceStory.send(
                        CleanedDeviceStory.reading("hr", 79, CleanedDeviceStory.START.minusSeconds(1))))
                .containsExactly(OUT_OF_ORDER);
        assertThat(OUT_OF_ORDER.outcome()).isEqualTo(CleaningOutcome.KEPT);
    }

    @Test
    void theSameValueOfTheSameInstantInAnotherMessageIsADuplicate() {
        // when
        cleanedDeviceStory.send("hr", "80 81 82");

        // then
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, CleanedDeviceStory.START)))
                .containsExactly(DUPLICATE);
    }

    @Test
    void anotherValueOfTheSameInstantIsKept() {
        // when
        cleanedDeviceStory.send("hr", "80");

        // then
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 81, CleanedDeviceStory.START)))
                .containsExactly(NONE);
    }

    @Test
    void aLateReadingThatComesAgainIsADuplicate() {
        // given
        cleanedDeviceStory.send("hr", "80 81");
        Reading late = CleanedDeviceStory.reading("hr", 79, CleanedDeviceStory.START.minusSeconds(1));

        // when
        cleanedDeviceStory.send(late);

        // then
        assertThat(cleanedDeviceStory.send(late)).containsExactly(DUPLICATE);
    }

    @Test
    void aCuffPressureThatIsRepeatedEverySecondCountsOnce() {
        // given
        Reading cuff = cleanedDeviceStory.reading("nibp_sys", 120);

        // when, then
        assertThat(cleanedDeviceStory.send(cuff)).containsExactly(NONE);
        assertThat(cleanedDeviceStory.send(cuff)).containsExactly(DUPLICATE);
    }

    @Test
    void aMonitorWhoseFastClockIsPutRightIsNotLate() {
        // given
        Instant ahead = cleanedDeviceStory.now().plus(Duration.ofMinutes(4));

        // when
        cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, ahead));

        // then
        assertThat(cleanedDeviceStory.send("hr", "81 82 83")).containsOnly(NONE);
    }

    @Test
    void aMonitorWhoseClockIsSetBackIsLateForOneReadingOnly() {
        // given
        cleanedDeviceStory.send("hr", "80 80");
        Duration back = Duration.ofHours(1);

        // when, then
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading(
                        "hr", 80, cleanedDeviceStory.now().minus(back))))
                .containsExactly(OUT_OF_ORDER);
        for (int second = 0; second < 60; second++) {
            assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading(
                            "hr", 80 + second % 3, cleanedDeviceStory.now().minus(back))))
                    .containsExactly(NONE);
        }
    }

    @Test
    void theSameValueOfAnInstantThatASetBackClockNamesAgainIsNoDuplicate() {
        // given
        cleanedDeviceStory.send("hr", "80 80 80 80 80 80");
        Duration back = Duration.ofSeconds(6);

        // when
        cleanedDeviceStory.send(
                CleanedDeviceStory.reading("hr", 80, cleanedDeviceStory.now().minus(back)));

        // then
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading(
                        "hr", 80, cleanedDeviceStory.now().minus(back))))
                .containsExactly(NONE);
    }

    @Test
    void theClockOfADeviceHoldsForAllItMeasures() {
        // given
        cleanedDeviceStory.send("hr", "80 80 80");
        cleanedDeviceStory.send(CleanedDeviceStory.reading("nibp_sys", 120, cleanedDeviceStory.now()));
        Instant back = cleanedDeviceStory.now().minus(Duration.ofHours(1));

        // when
        cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, back));
        cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, back.plusSeconds(1)));

        // then
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading("nibp_sys", 60, back.plusSeconds(2))))
                .containsExactly(NONE);
    }

    @Test
    void aLaboratoryResultHasTheAgeOfItsTimeStampWhateverTheClockOfItsDevice() {
        // given
        cleanedDeviceStory.send("hr", "80 80 80");
        cleanedDeviceStory.send("potassium", "4.1");
        Instant back = cleanedDeviceStory.now().minus(Duration.ofHours(1));

        // when
        cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, back));
        cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, back.plusSeconds(1)));

        // then
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading("potassium", 6.0, back.plusSeconds(2))))
                .containsExactly(OUT_OF_ORDER);
    }

    @Test
    void aCuffPressureFromTheFutureDoesNotHideTheNextOne() {
        // when
        cleanedDeviceStory.send(CleanedDeviceStory.reading(
                "nibp_sys", 120, cleanedDeviceStory.now().plus(Duration.ofMinutes(4))));
        cleanedDeviceStory.after(Duration.ofMinutes(2));

        // then
        assertThat(cleanedDeviceStory.send("nibp_sys", "60")).containsExactly(NONE);
    }

    @Test
    void aCuffPressureThatIsRepeatedAfterTheClockWasSetBackIsStillADuplicate() {
        // given
        cleanedDeviceStory.send("hr", "80 80 80");
        Reading cuff = cleanedDeviceStory.reading("nibp_sys", 120);
        cleanedDeviceStory.send(cuff);
        cleanedDeviceStory.after(Duration.ofSeconds(1));
        Instant back = cleanedDeviceStory.now().minus(Duration.ofHours(1));

        // when
        cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, back));
        cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, back.plusSeconds(1)));

        // then
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, back.plusSeconds(2)), cuff))
                .containsExactly(NONE, DUPLICATE);
    }

    @Test
    void readingsOfAMonitorWhoseClockWasNeverSetAreOutOfOrder() {
        for (int second = 0; second < 90; second++) {
            assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading("hr", 80, Instant.EPOCH.plusSeconds(second))))
                    .containsExactly(OUT_OF_ORDER);
        }

        assertThat(cleanedDeviceStory.send("hr", "80")).containsExactly(NONE);
    }

    @Test
    void whatIsADayOldIsNotLateByThatAlone() {
        // given
        Duration day = Duration.ofDays(1);

        // when, then
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading(
                        "lactate", 2, cleanedDeviceStory.now().minus(day))))
                .containsExactly(NONE);
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading(
                        "potassium", 4, cleanedDeviceStory.now().minus(day).minusMillis(1))))
                .containsExactly(OUT_OF_ORDER);
    }

    @Test
    void aChartedValueIsKnownAgainAfterThreeDaysOfHours() {
        // when
        for (int hour = 0; hour < 72; hour++) {
            cleanedDeviceStory.send("urine", "50");
            cleanedDeviceStory.after(Duration.ofHours(1));
        }

        // then
        assertThat(cleanedDeviceStory.send(CleanedDeviceStory.reading("urine", 50, CleanedDeviceStory.START)))
                .containsExactly(DUPLICATE);
    }

    @Test
    void anOldLaboratoryResultStaysLateHoweverLongAfter() {
        // when
        cleanedDeviceStory.send("potassium", "4.1");
        cleanedDeviceStory.after(Duration.ofHours(2));

        // then
        assertThat(cleanedDeviceStory.send(
                        CleanedDeviceStory.reading("potassium", 3.9, CleanedDeviceStory.START.minusSeconds(60))))
                .containsExactly(OUT_OF_ORDER);
    }
}
