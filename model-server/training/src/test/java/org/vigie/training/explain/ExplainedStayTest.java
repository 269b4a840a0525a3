package org.vigie.training.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;
import org.vigie.training.feature.LabelledStay;

class ExplainedStayTest {
    private static final SurvivalAssessment ASSESSMENT =
            new SurvivalAssessment(0.25, 0.2, 0.375, List.of(), Double.NaN, 0.5, false, SurvivalAssessment.NONE);

    private static ExplainedStay explained(StaticFeatures statics) {
        LabelledStay stay = new LabelledStay(132_539, new HourlyGrid(), statics, true);
        return ExplainedStay.of(stay, stay.windowAfter(48), ASSESSMENT, SurvivalExplanation.NONE);
    }

    @Test
    void aPatientIsDescribedByAgeSexAndUnitInWords() {
        // given
        var statics = new StaticFeatures(64.6, AdministrativeSex.FEMALE, 170, 70, UnitType.CARDIAC_SURGERY);

        // when, then
        assertThat(explained(statics).patient()).isEqualTo("65 years, female, cardiac surgery");
    }

    @Test
    void anUnknownAgeIsSaid() {
        assertThat(explained(StaticFeatures.UNKNOWN).patient()).startsWith("age unknown, unknown");
    }

    @Test
    void theStayKeepsItsOutcomeItsRiskAndItsInterval() {
        // when
        ExplainedStay stay = explained(StaticFeatures.UNKNOWN);

        // then
        assertThat(stay.id()).isEqualTo(132_539);
        assertThat(stay.died()).isTrue();
        assertThat(List.of(stay.probability(), stay.low(), stay.high())).containsExactly(0.25, 0.2, 0.375);
        assertThat(stay.reasons()).isEmpty();
    }
}
