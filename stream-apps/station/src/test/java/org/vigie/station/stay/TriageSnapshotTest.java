package org.vigie.station.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.AttentionLevelRecord;
import org.vigie.schemas.AttentionRecord;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.station.StationRecords;
import org.vigie.station.alarm.monitor.MonitorAlarmSnapshot;
import org.vigie.station.alarm.monitor.MonitorAlarmView;
import org.vigie.station.trend.StayTrends;

/** Tests what the page gets of a triage. */
class TriageSnapshotTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void scale2OfNews2IsNamedAndTheUsualScaleIsNot() {
        // given
        TriageAssessmentRecord usual = triage().build();
        TriageAssessmentRecord onScale2 = triage().setNews2Scale(2).build();

        // when
        Integer none = snapshot(usual).news2Scale();
        Integer two = snapshot(onScale2).news2Scale();

        // then
        assertThat(none).isNull();
        assertThat(two).isEqualTo(2);
    }

    @Test
    void aReasonThatTellsThePredictedRiskIsLeftOutWhereAnEstimateComesFirst() {
        // given
        TriageAssessmentRecord triage = triage().setReasonsFr(List.of("Risque de décès ≥ 50 %", "NEWS2 ≥ 7"))
                .setReasonsEn(List.of("Risk of death ≥ 50 %", "NEWS2 ≥ 7"))
                .build();

        // when
        TriageSnapshot held = TriageSnapshot.of(triage, AT, AT, Duration.ofMinutes(3), new StayTrends(), false);

        // then
        assertThat(held.reasonsFr()).containsExactly("NEWS2 ≥ 7");
        assertThat(held.reasonsEn()).containsExactly("NEWS2 ≥ 7");
        assertThat(snapshot(triage).reasonsFr()).hasSize(2);
    }

    @Test
    void anOpenAlarmOfTheMonitorRaisesTheAttentionLevelAndIsItsFirstReason() {
        // given
        TriageSnapshot calm = attended(AttentionLevelRecord.NORMAL);

        // when
        AttentionSnapshot raised = calm.raisedBy(monitorAlarm("PH")).attention();

        // then
        assertThat(raised.level()).isEqualTo("HIGH");
        assertThat(raised.reasonsFr()).containsExactly("Alarme du moniteur : FV", "raison");
        assertThat(raised.reasonsEn()).containsExactly("Alarm of the monitor: FV", "reason");
    }

    @Test
    void aMilderAlarmOfTheMonitorLowersNoLevelAndIsToldLast() {
        // when
        AttentionSnapshot high =
                attended(AttentionLevelRecord.HIGH).raisedBy(monitorAlarm("PM")).attention();
        AttentionSnapshot unknown = attended(AttentionLevelRecord.UNKNOWN)
                .raisedBy(monitorAlarm("PL"))
                .attention();

        // then
        assertThat(high.level()).isEqualTo("HIGH");
        assertThat(high.reasonsFr()).containsExactly("raison", "Alarme du moniteur : FV");
        assertThat(unknown.level()).isEqualTo("UNKNOWN");
    }

    @Test
    void aMonitorsAlarmMakesAnUnknownLevelUrgentAndGivesNoneToAnEmergencyUnit() {
        // when
        AttentionSnapshot unknown = attended(AttentionLevelRecord.UNKNOWN)
                .raisedBy(monitorAlarm("PM"))
                .attention();
        TriageSnapshot emergency = snapshot(triage().build()).raisedBy(monitorAlarm("PH"));

        // then
        assertThat(unknown.level()).isEqualTo("MEDIUM");
        assertThat(emergency.attention()).isNull();
    }

    private static TriageSnapshot attended(AttentionLevelRecord level) {
        return snapshot(triage().setAttention(AttentionRecord.newBuilder()
                        .setLevel(level)
                        .setReasonsFr(List.of("raison"))
                        .setReasonsEn(List.of("reason"))
                        .setMissing(List.of())
                        .setRuleVersion("1")
                        .build())
                .build());
    }

    private static MonitorAlarmSnapshot monitorAlarm(String priority) {
        BedsideAlarm alarm = StationRecords.monitorAlarm("REA/1", "FV", "start", AT);
        alarm.setCode("");
        alarm.setPriority(priority);
        var view = new MonitorAlarmView(MonitorAlarmRule.standard());
        view.take(alarm);
        return view.mostUrgent("REA/1").orElseThrow();
    }

    private static TriageSnapshot snapshot(TriageAssessmentRecord triage) {
        return TriageSnapshot.of(triage, AT, AT, Duration.ofMinutes(3), new StayTrends(), true);
    }

    private static TriageAssessmentRecord.Builder triage() {
        return TriageAssessmentRecord.newBuilder()
                .setStay("stay-1")
                .setBed("REA/1")
                .setAt(AT)
                .setLevel(TriageLevelRecord.TRI_4)
                .setNews2Low(3)
                .setNews2High(3)
                .setMissing(List.of())
                .setReasonsFr(List.of())
                .setReasonsEn(List.of())
                .setRuleVersion("test");
    }
}
