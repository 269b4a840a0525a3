package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AttentionLevelRecord;
import org.vigie.schemas.AttentionRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.testing.story.WardStory;

/** Tests the attention level that the topology writes beside the triage level. */
class AttentionTopologyTest {
    private static final Map<String, Double> WELL = Map.of(
            VariableNames.HR, 80.0,
            VariableNames.SPO2, 97.0,
            VariableNames.RR, 16.0,
            VariableNames.ABP_SYS, 120.0,
            VariableNames.ABP_MEAN, 82.0);

    private AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    private AttentionRecord newest() {
        List<TriageAssessmentRecord> triage = alerts.triage();
        return triage.get(triage.size() - 1).getAttention();
    }

    private static Map<String, Double> with(String variable, double value) {
        Map<String, Double> values = new HashMap<>(WELL);
        values.put(variable, value);
        return values;
    }

    @Test
    void aStablePatientOfIntensiveCareIsNormalWhenEverythingNeededIsMeasured() {
        // given
        alerts.tell(new WardStory().bed("1").steady(70, WELL).cleanObservations());

        // when
        AttentionRecord attention = newest();

        // then
        assertThat(attention.getLevel()).isEqualTo(AttentionLevelRecord.NORMAL);
        assertThat(attention.getMissing()).isEmpty();
    }

    @Test
    void withoutAPressureTheLevelIsUnknown() {
        // given
        Map<String, Double> values = new HashMap<>(WELL);
        values.remove(VariableNames.ABP_SYS);
        values.remove(VariableNames.ABP_MEAN);

        // when
        alerts.tell(new WardStory().bed("1").steady(70, values).cleanObservations());

        // then
        AttentionRecord attention = newest();
        assertThat(attention.getLevel()).isEqualTo(AttentionLevelRecord.UNKNOWN);
        assertThat(attention.getMissing()).containsExactly("pressure");
    }

    @Test
    void theUnitDecidesHowMuchAttentionAVentilatorNeeds() {
        // given
        alerts.tell(new WardStory()
                .bed("1")
                .steady(70, with(VariableNames.VENT_MODE, 4))
                .cleanObservations());
        AttentionRecord intensiveCare = newest();
        alerts.tell(new WardStory()
                .bed("USC/1", "stay-usc")
                .steady(70, with(VariableNames.VENT_MODE, 4))
                .cleanObservations());

        // when
        AttentionRecord stepDown = newest();

        // then
        assertThat(intensiveCare.getLevel()).isEqualTo(AttentionLevelRecord.LOW);
        assertThat(stepDown.getLevel()).isEqualTo(AttentionLevelRecord.HIGH);
    }

    @Test
    void aHighDoseOfNoradrenalineNeedsTheMostAttention() {
        // given
        alerts.tell(new WardStory()
                .bed("1")
                .steady(130, with(VariableNames.NORADRENALINE, 0.5))
                .cleanObservations());

        // when
        AttentionRecord attention = newest();

        // then
        assertThat(attention.getLevel()).isEqualTo(AttentionLevelRecord.HIGH);
        assertThat(attention.getReasonsFr()).first().isEqualTo("Noradrénaline + adrénaline 0,5 µg/kg/min");
        assertThat(attention.getSofaLow()).isEqualTo(4);
    }

    @Test
    void aStayThatSendsNothingMoreIsNotNormal() {
        // given
        alerts.tell(new WardStory().bed("1").steady(70, WELL).cleanObservations());

        // when
        alerts.pass(Duration.ofMinutes(3));

        // then
        AttentionRecord attention = newest();
        assertThat(attention.getLevel()).isEqualTo(AttentionLevelRecord.UNKNOWN);
        assertThat(attention.getReasonsEn()).containsExactly("No more measurements");
    }

    @Test
    void theAttentionLevelSurvivesARestart() {
        // given
        alerts.tell(new WardStory()
                .bed("1")
                .steady(70, with(VariableNames.VENT_MODE, 4))
                .cleanObservations());
        alerts = alerts.restarted(alerts.stored());

        // when
        alerts.pass(Duration.ofSeconds(65));

        // then
        assertThat(alerts.triage())
                .extracting(triage -> triage.getAttention().getLevel())
                .contains(AttentionLevelRecord.LOW);
    }
}
