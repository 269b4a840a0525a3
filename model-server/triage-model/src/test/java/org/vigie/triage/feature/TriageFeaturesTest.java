package org.vigie.triage.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TriageFeaturesTest {
    private static float at(float[] row, TriageEvidence evidence, String name) {
        return row[new TriageFeatures(evidence).names().indexOf(name)];
    }

    @Test
    void aRowIsAsWideAsItsNames() {
        // given
        TriageVisit visit = new TriageVisit(Map.of(TriageInput.ARRIVAL, 2.0), "fever");

        // when, then
        for (TriageEvidence evidence : TriageEvidence.values()) {
            assertThat(new TriageFeatures(evidence).row(visit))
                    .hasSameSizeAs(new TriageFeatures(evidence).names().toArray());
        }
    }

    @Test
    void theArrivalIsEncodedAsTwoFlagsAndAMissingArrivalStaysMissing() {
        // given
        float[] known =
                new TriageFeatures(TriageEvidence.VITALS).row(new TriageVisit(Map.of(TriageInput.ARRIVAL, 4.0), ""));

        // when
        float[] unknown = new TriageFeatures(TriageEvidence.VITALS).row(new TriageVisit(Map.of(), ""));

        // then
        assertThat(at(known, TriageEvidence.VITALS, "by_ambulance")).isEqualTo(1);
        assertThat(at(known, TriageEvidence.VITALS, "walking")).isZero();
        assertThat(unknown).containsOnly(Float.NaN);
    }

    @Test
    void evidenceIsWhatTheVisitGives() {
        assertThat(TriageEvidence.of(new TriageVisit(Map.of(TriageInput.PAIN, 1.0), "chest pain")))
                .isEqualTo(TriageEvidence.COMPLAINT);
        assertThat(TriageEvidence.of(new TriageVisit(Map.of(TriageInput.PAIN, 1.0), "????")))
                .isEqualTo(TriageEvidence.ASSESSMENT);
        assertThat(TriageEvidence.of(new TriageVisit(Map.of(TriageInput.HR, 80.0), "")))
                .isEqualTo(TriageEvidence.VITALS);
        assertThat(TriageEvidence.VITALS.atMost(TriageEvidence.COMPLAINT)).isEqualTo(TriageEvidence.VITALS);
        assertThat(TriageEvidence.COMPLAINT.atMost(TriageEvidence.ASSESSMENT)).isEqualTo(TriageEvidence.ASSESSMENT);
    }

    @Test
    void treesOfVitalsSeeNoAssessment() {
        assertThat(new TriageFeatures(TriageEvidence.VITALS).names())
                .doesNotContain("Mental", "Pain", "NRS_pain", "Injury", "fever");
    }
}
