package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.vitals.EarlierUrine.UrineInterval;

/** Tests when charted urine gives a rate for each kilogram and hour. */
class DerivedUrineRateTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private static EarlierUrine after(Duration collected, double weight) {
        return new EarlierUrine(weight, List.of(new UrineInterval("", AT, collected)), List.of());
    }

    private static JudgedReading reading(
            String variable, double value, CleaningOutcomeRecord verdict, List<Double> withdrawn) {
        return new JudgedReading(0, variable, value, AT, verdict, CleaningReasonRecord.NONE, withdrawn, "", true, null);
    }

    private static JudgedReading kept(String variable, double value) {
        return reading(variable, value, CleaningOutcomeRecord.KEPT, List.of());
    }

    private static List<JudgedReading> derived(EarlierUrine before, JudgedReading... readings) {
        return new DerivedUrineRate(List.of(readings), before).readings();
    }

    @Test
    void theRateIsTheVolumeByTheWeightAndTheHoursSinceTheUrineBefore() {
        // when
        List<JudgedReading> derived = derived(after(Duration.ofHours(2), 80), kept("urine", 80));

        // then
        assertThat(derived).singleElement().satisfies(rate -> {
            assertThat(rate.getVariable()).isEqualTo("urine_rate");
            assertThat(rate.getValue()).isEqualTo(0.5);
            assertThat(rate.getMeasuredAt()).isEqualTo(AT);
            assertThat(rate.getChannel()).isEqualTo("urine/weight");
        });
    }

    @Test
    void eachDerivedReadingOfAMessageHasANumberOfItsOwn() {
        // when
        List<JudgedReading> derived = derived(after(Duration.ofHours(1), 80), kept("urine", 80), kept("urine", 40));

        // then: the store keys its rows by it, and a derived pressure of the message has -1
        assertThat(derived).extracting(JudgedReading::getIndex).containsExactly(-2, -3);
    }

    @Test
    void theWeightOfTheSameMessageGoesBeforeAnEarlierOne() {
        // when
        List<JudgedReading> derived = derived(after(Duration.ofHours(1), 80), kept("weight", 100), kept("urine", 50));

        // then
        assertThat(derived).extracting(JudgedReading::getValue).containsExactly(0.5);
    }

    @Test
    void withoutAWeightOrAnEarlierUrineThereIsNoRate() {
        assertThat(derived(after(Duration.ofHours(1), Double.NaN), kept("urine", 50)))
                .isEmpty();
        assertThat(derived(EarlierUrine.NONE, kept("weight", 80), kept("urine", 50)))
                .isEmpty();
    }

    @Test
    void urineOfAFewMinutesOrOfADayGivesNoRate() {
        assertThat(derived(after(Duration.ofMinutes(29), 80), kept("urine", 50)))
                .isEmpty();
        assertThat(derived(after(Duration.ofHours(13), 80), kept("urine", 50))).isEmpty();
    }

    @Test
    void aRateThatTheSenderChartsIsNotReplaced() {
        assertThat(derived(after(Duration.ofHours(1), 80), kept("urine", 80), kept("urine_rate", 0.9)))
                .isEmpty();
    }

    @Test
    void suspectUrineGivesNoRate() {
        // given
        JudgedReading suspect = reading("urine", 80, CleaningOutcomeRecord.SUSPECT, List.of());

        // when, then
        assertThat(derived(after(Duration.ofHours(1), 80), suspect)).isEmpty();
    }

    @Test
    void aRetractedUrineTakesBackItsRate() {
        // given
        JudgedReading retracted = reading("urine", Double.NaN, CleaningOutcomeRecord.RETRACTED, List.of(80.0));

        // when
        List<JudgedReading> derived = derived(after(Duration.ofHours(1), 80), retracted);

        // then
        assertThat(derived).singleElement().satisfies(rate -> {
            assertThat(rate.getVerdict()).isEqualTo(CleaningOutcomeRecord.RETRACTED);
            assertThat(rate.getWithdraws()).containsExactly(1.0);
        });
    }

    @Test
    void aCorrectedUrineCorrectsItsRate() {
        // given
        JudgedReading corrected = reading("urine", 40, CleaningOutcomeRecord.KEPT, List.of(80.0));

        // when
        List<JudgedReading> derived = derived(after(Duration.ofHours(1), 80), corrected);

        // then
        assertThat(derived).singleElement().satisfies(rate -> {
            assertThat(rate.getValue()).isEqualTo(0.5);
            assertThat(rate.getWithdraws()).containsExactly(1.0);
        });
    }
}
