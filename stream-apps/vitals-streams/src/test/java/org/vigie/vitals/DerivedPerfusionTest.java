package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.variable.VariableNames;

class DerivedPerfusionTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private static JudgedReading reading(String variable, double value, Instant at, CleaningOutcomeRecord verdict) {
        return new JudgedReading(0, variable, value, at, verdict, CleaningReasonRecord.NONE, List.of(), "", true, null);
    }

    private static JudgedReading kept(String variable, double value) {
        return reading(variable, value, AT, CleaningOutcomeRecord.KEPT);
    }

    private static Optional<Double> derived(JudgedReading... readings) {
        return new DerivedPerfusion(List.of(readings)).reading().map(JudgedReading::getValue);
    }

    @Test
    void thePerfusionPressureIsTheMeanPressureMinusTheIntracranialPressure() {
        assertThat(derived(kept(VariableNames.ABP_MEAN, 84), kept(VariableNames.ICP, 22)))
                .contains(62.0);
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
    }
}
