package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.Reason.DUPLICATE;
import static org.vigie.signal.clean.Reason.NONE;
import static org.vigie.signal.clean.Reason.OUT_OF_ORDER;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderTest {
    private final Bedside bedside = new Bedside();

    @Test
    void aReadingOlderThanTheNewestIsKeptAsLate() {
        bedside.says("hr", "80 81");

        assertThat(bedside.says(Bedside.reading("hr", 79, Bedside.START.minusSeconds(1))))
                .containsExactly(OUT_OF_ORDER);
        assertThat(OUT_OF_ORDER.outcome()).isEqualTo(Outcome.KEPT);
    }

    @Test
    void theSameValueOfTheSameInstantInAnotherMessageIsADuplicate() {
        bedside.says("hr", "80 81 82");

        assertThat(bedside.says(Bedside.reading("hr", 80, Bedside.START))).containsExactly(DUPLICATE);
    }

    @Test
    void anotherValueOfTheSameInstantIsKept() {
        bedside.says("hr", "80");

        assertThat(bedside.says(Bedside.reading("hr", 81, Bedside.START))).containsExactly(NONE);
    }

    @Test
    void aLateReadingThatComesAgainIsADuplicate() {
        bedside.says("hr", "80 81");
        Reading late = Bedside.reading("hr", 79, Bedside.START.minusSeconds(1));
        bedside.says(late);

        assertThat(bedside.says(late)).containsExactly(DUPLICATE);
    }

    @Test
    void aCuffPressureThatIsRepeatedEverySecondCountsOnce() {
        Reading cuff = bedside.reading("nibp_sys", 120);

        assertThat(bedside.says(cuff)).containsExactly(NONE);
        assertThat(bedside.says(cuff)).containsExactly(DUPLICATE);
    }

    @Test
    void aMonitorWhoseFastClockIsPutRightIsNotLate() {
        Instant ahead = bedside.now().plus(Duration.ofMinutes(4));
        bedside.says(Bedside.reading("hr", 80, ahead));

        assertThat(bedside.says("hr", "81 82 83")).containsOnly(NONE);
    }

    @Test
    void aMonitorWhoseClockIsSetBackIsLateForOneReadingOnly() {
        bedside.says("hr", "80 80");
        Duration back = Duration.ofHours(1);

        assertThat(bedside.says(Bedside.reading("hr", 80, bedside.now().minus(back))))
                .containsExactly(OUT_OF_ORDER);
        for (int second = 0; second < 60; second++) {
            assertThat(bedside.says(
                            Bedside.reading("hr", 80 + second % 3, bedside.now().minus(back))))
                    .containsExactly(NONE);
        }
    }

    @Test
    void theSameValueOfAnInstantThatASetBackClockNamesAgainIsNoDuplicate() {
        bedside.says("hr", "80 80 80 80 80 80");
        Duration back = Duration.ofSeconds(6);

        bedside.says(Bedside.reading("hr", 80, bedside.now().minus(back)));

        assertThat(bedside.says(Bedside.reading("hr", 80, bedside.now().minus(back))))
                .containsExactly(NONE);
    }

    @Test
    void theClockOfADeviceHoldsForAllItMeasures() {
        bedside.says("hr", "80 80 80");
        bedside.says(Bedside.reading("nibp_sys", 120, bedside.now()));
        Instant back = bedside.now().minus(Duration.ofHours(1));
        bedside.says(Bedside.reading("hr", 80, back));
        bedside.says(Bedside.reading("hr", 80, back.plusSeconds(1)));

        assertThat(bedside.says(Bedside.reading("nibp_sys", 60, back.plusSeconds(2))))
                .containsExactly(NONE);
    }

    @Test
    void aLaboratoryResultIsAsOldAsItSaysWhateverTheClockOfItsDevice() {
        bedside.says("hr", "80 80 80");
        bedside.says("potassium", "4.1");
        Instant back = bedside.now().minus(Duration.ofHours(1));
        bedside.says(Bedside.reading("hr", 80, back));
        bedside.says(Bedside.reading("hr", 80, back.plusSeconds(1)));

        assertThat(bedside.says(Bedside.reading("potassium", 6.0, back.plusSeconds(2))))
                .containsExactly(OUT_OF_ORDER);
    }

    @Test
    void aCuffPressureFromTheFutureDoesNotHideTheNextOne() {
        bedside.says(Bedside.reading("nibp_sys", 120, bedside.now().plus(Duration.ofMinutes(4))));
        bedside.after(Duration.ofMinutes(2));

        assertThat(bedside.says("nibp_sys", "60")).containsExactly(NONE);
    }

    @Test
    void aCuffPressureThatIsRepeatedAfterTheClockWasSetBackIsStillADuplicate() {
        bedside.says("hr", "80 80 80");
        Reading cuff = bedside.reading("nibp_sys", 120);
        bedside.says(cuff);
        bedside.after(Duration.ofSeconds(1));
        Instant back = bedside.now().minus(Duration.ofHours(1));
        bedside.says(Bedside.reading("hr", 80, back));
        bedside.says(Bedside.reading("hr", 80, back.plusSeconds(1)));

        assertThat(bedside.says(Bedside.reading("hr", 80, back.plusSeconds(2)), cuff))
                .containsExactly(NONE, DUPLICATE);
    }

    @Test
    void aMonitorWhoseClockWasNeverSetNeverSpeaksOfNow() {
        for (int second = 0; second < 90; second++) {
            assertThat(bedside.says(Bedside.reading("hr", 80, Instant.EPOCH.plusSeconds(second))))
                    .containsExactly(OUT_OF_ORDER);
        }

        assertThat(bedside.says("hr", "80")).containsExactly(NONE);
    }

    @Test
    void whatIsADayOldIsNotLateByThatAlone() {
        Duration day = Duration.ofDays(1);

        assertThat(bedside.says(Bedside.reading("lactate", 2, bedside.now().minus(day))))
                .containsExactly(NONE);
        assertThat(bedside.says(
                        Bedside.reading("potassium", 4, bedside.now().minus(day).minusMillis(1))))
                .containsExactly(OUT_OF_ORDER);
    }

    @Test
    void aChartedValueIsKnownAgainAfterThreeDaysOfHours() {
        for (int hour = 0; hour < 72; hour++) {
            bedside.says("urine", "50");
            bedside.after(Duration.ofHours(1));
        }

        assertThat(bedside.says(Bedside.reading("urine", 50, Bedside.START))).containsExactly(DUPLICATE);
    }

    @Test
    void anOldLaboratoryResultStaysLateHoweverLongAfter() {
        bedside.says("potassium", "4.1");
        bedside.after(Duration.ofHours(2));

        assertThat(bedside.says(Bedside.reading("potassium", 3.9, Bedside.START.minusSeconds(60))))
                .containsExactly(OUT_OF_ORDER);
    }
}
