package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests the triage of a stay that gets no more scores because the model server is down. */
class ModelServerDownTopologyTest {
    private static final Map<String, Double> WELL =
            Map.of("hr", 70.0, "spo2", 97.0, "rr", 16.0, "abp_sys", 120.0, "abp_mean", 85.0, "temp", 37.0);

    private final AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void anOldScoreIsNoLongerUsedAndTheTriageFallsBackToItsRules() {
        // given
        var bed = new WardStory().bed("1");
        alerts.tell(bed.steady(50, WELL).cleanObservations());
        alerts.tellAndPass(new RiskScoreStory("REA/1", "stay-1").revision(1).scored(0.62, WardStory.START));
        assertThat(newest(alerts.triage()).getLevel()).isEqualTo(TriageLevelRecord.TRI_2);

        // when: no score comes for four hours
        alerts.tell(bed.silent(Duration.ofHours(4)).steady(1_800, WELL).cleanObservations());

        // then
        assertThat(newest(alerts.triage())).satisfies(triage -> {
            assertThat(triage.getLevel()).isEqualTo(TriageLevelRecord.TRI_4);
            assertThat(triage.getRisk()).isNull();
            assertThat(triage.getReasonsEn()).noneMatch(reason -> reason.startsWith("RISK"));
        });
    }

    private static TriageAssessmentRecord newest(List<TriageAssessmentRecord> triage) {
        return triage.get(triage.size() - 1);
    }
}
