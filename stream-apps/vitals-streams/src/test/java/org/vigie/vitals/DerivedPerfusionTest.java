package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.variable.VariableNames;

class DerivedPerfusionTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final EarlierPressures ICP_22 = new EarlierPressures(null, 22.0, false);

    private static JudgedReading reading(String variable, double value, Instant at, CleaningOutcomeRecord verdict) {
        return new JudgedReading(0, variable, value, at, verdict, CleaningReasonRecord.NONE, List.of(), "", true, null);
    }

    private static JudgedReading kept(String variable, double value) {
        return reading(variable, value, AT, CleaningOutcomeRecord.KEPT);
    }

    private static JudgedReading withdrawing(JudgedReading reading, double... earlier) {
        reading.setWithdraws(Arrays.stream(earlier).boxed().toList());
        return reading;
    }

    private static Optional<Double> derived(JudgedReading... readings) {
        return derived(EarlierPressures.NONE, readings).map(JudgedReading::getValue);
    }

    private static Optional<JudgedReading> derived(EarlierPressures earlier, JudgedReading... readings) {
        return new DerivedPerfusion(List.of(readings), earlier).reading();
    }

    @Test
    void thePerfusionPressureIsTheMeanPressureMinusTheIntracranialPressure() {
        assertThat(derived(kept(VariableNames.ABP_MEAN, 84), kept(VariableNames.ICP, 22)))
                .contains(62.0);
    }

    @Test
    void theArterialChannelThatIsFollowedIsUsedWhereverItStandsInTheMessage() {
        // given
        JudgedReading second = kept(VariableNames.ABP_MEAN, 70);
        second.setFollowed(false);
        JudgedReading followed = kept(VariableNames.ABP_MEAN, 84);
        JudgedReading intracranial = kept(VariableNames.ICP, 22);

        // when, then
        assertThat(derived(second, followed, intracranial)).contains(62.0);
        assertThat(derived(followed, second, intracranial)).contains(62.0);
        assertThat(derived(second, intracranial)).isEmpty();
    }

    @Test
    void theChannelThatWithdrawsAPressureIsUsedWhereverItStandsInTheMessage() {
        // given
        JudgedReading second = kept(VariableNames.ABP_MEAN, 70);
        second.setFollowed(false);
        JudgedReading retracted =
                withdrawing(reading(VariableNames.ABP_MEAN, Double.NaN, AT, CleaningOutcomeRecord.RETRACTED), 84);

        // when
        Optional<JudgedReading> derived = derived(ICP_22, second, retracted);

        // then
        assertThat(derived)
                .hasValueSatisfying(
                        reading -> assertThat(reading.getWithdraws()).containsExactly(62.0));
    }

    @Test
    void aPerfusionPressureThatTheMonitorSendsIsNotReplaced() {
        assertThat(derived(kept(VariableNames.ABP_MEAN, 84), kept(VariableNames.ICP, 22), kept(VariableNames.CPP, 60)))
                .isEmpty();
    }

    @Test
    void aPressureThatIsSuspectOrOfAnotherInstantGivesNoPerfusionPressure() {
        // given
        JudgedReading suspect = reading(VariableNames.ABP_MEAN, 84, AT, CleaningOutcomeRecord.SUSPECT);
        JudgedReading later = reading(VariableNames.ABP_MEAN, 84, AT.plusSeconds(5), CleaningOutcomeRecord.KEPT);

        // when, then
        assertThat(derived(suspect, kept(VariableNames.ICP, 22))).isEmpty();
        assertThat(derived(later, kept(VariableNames.ICP, 22))).isEmpty();
        assertThat(derived(kept(VariableNames.ABP_MEAN, 84))).isEmpty();
        assertThat(derived(kept(VariableNames.ICP, 22))).isEmpty();
    }

    @Test
    void aRetractedPressureTakesBackThePressureThatWasDerivedFromIt() {
        // when
        JudgedReading retracted =
                withdrawing(reading(VariableNames.ABP_MEAN, Double.NaN, AT, CleaningOutcomeRecord.RETRACTED), 84);

        // then
        assertThat(derived(ICP_22, retracted)).hasValueSatisfying(reading -> {
            assertThat(reading.getVerdict()).isEqualTo(CleaningOutcomeRecord.RETRACTED);
            assertThat(reading.getReason()).isEqualTo(CleaningReasonRecord.RETRACTED);
            assertThat(reading.getMeasuredAt()).isEqualTo(AT);
            assertThat(reading.getWithdraws()).containsExactly(62.0);
        });
    }

    @Test
    void bothPressuresMayBeRetractedTogether() {
        // given
        JudgedReading arterial =
                withdrawing(reading(VariableNames.ABP_MEAN, Double.NaN, AT, CleaningOutcomeRecord.RETRACTED), 84);
        // when
        JudgedReading intracranial =
                withdrawing(reading(VariableNames.ICP, Double.NaN, AT, CleaningOutcomeRecord.RETRACTED), 22);

        // then
        assertThat(derived(EarlierPressures.NONE, arterial, intracranial))
                .hasValueSatisfying(
                        reading -> assertThat(reading.getWithdraws()).containsExactly(62.0));
    }

    @Test
    void aCorrectedPressureCorrectsThePressureThatWasDerivedFromIt() {
        // when
        JudgedReading corrected = withdrawing(kept(VariableNames.ABP_MEAN, 70), 84);

        // then
        assertThat(derived(ICP_22, corrected)).hasValueSatisfying(reading -> {
            assertThat(reading.getVerdict()).isEqualTo(CleaningOutcomeRecord.KEPT);
            assertThat(reading.getValue()).isEqualTo(48.0);
            assertThat(reading.getWithdraws()).containsExactly(62.0);
        });
    }

    @Test
    void aPerfusionPressureOfTheMonitorIsNotTakenBackWithAnotherPressure() {
        // when
        JudgedReading retracted =
                withdrawing(reading(VariableNames.ABP_MEAN, Double.NaN, AT, CleaningOutcomeRecord.RETRACTED), 84);

        // then
        assertThat(derived(new EarlierPressures(null, 22.0, true), retracted)).isEmpty();
    }
}
