package org.vigie.triage.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.triage.visit.Input;
import org.vigie.triage.visit.Visit;

class FeaturesTest {
    private static float at(float[] row, Evidence evidence, String name) {
        return row[Features.names(evidence).indexOf(name)];
    }

    @Test
    void aRowIsAsWideAsItsNames() {
        Visit visit = new Visit(Map.of(Input.ARRIVAL, 2.0), "fever");

        for (Evidence evidence : Evidence.values()) {
            assertThat(Features.row(visit, evidence))
                    .hasSameSizeAs(Features.names(evidence).toArray());
        }
    }

    @Test
    void arrivalIsToldByTwoFlagsAndWhatIsMissingStaysMissing() {
        float[] known = Features.row(new Visit(Map.of(Input.ARRIVAL, 4.0), ""), Evidence.VITALS);
        float[] unknown = Features.row(new Visit(Map.of(), ""), Evidence.VITALS);

        assertThat(at(known, Evidence.VITALS, "by_ambulance")).isEqualTo(1);
        assertThat(at(known, Evidence.VITALS, "walking")).isZero();
        assertThat(unknown).containsOnly(Float.NaN);
    }

    @Test
    void evidenceIsWhatTheVisitGives() {
        assertThat(Evidence.of(new Visit(Map.of(Input.PAIN, 1.0), "chest pain")))
                .isEqualTo(Evidence.COMPLAINT);
        assertThat(Evidence.of(new Visit(Map.of(Input.PAIN, 1.0), "????"))).isEqualTo(Evidence.ASSESSMENT);
        assertThat(Evidence.of(new Visit(Map.of(Input.HR, 80.0), ""))).isEqualTo(Evidence.VITALS);
        assertThat(Evidence.VITALS.atMost(Evidence.COMPLAINT)).isEqualTo(Evidence.VITALS);
        assertThat(Evidence.COMPLAINT.atMost(Evidence.ASSESSMENT)).isEqualTo(Evidence.ASSESSMENT);
    }

    @Test
    void treesOfVitalsSeeNoAssessment() {
        assertThat(Features.names(Evidence.VITALS)).doesNotContain("Mental", "Pain", "NRS_pain", "Injury", "fever");
    }
}
