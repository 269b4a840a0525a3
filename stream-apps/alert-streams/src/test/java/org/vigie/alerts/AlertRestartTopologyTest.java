package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.WardStory;

/** Tests that no alarm is lost or doubled by a restart, a crash or a repeated record. */
class AlertRestartTopologyTest extends AlertTopologyStory {
    @Test
    void aMonitorWhoseClockWasSetBackByAnHourIsStillWatchedAfterARestart() {
        // when
        var told = new WardStory()
                .bed("1")
                .steady(60, WELL)
                .silent(Duration.ofSeconds(61))
                .clock(Duration.ofHours(-1))
                .steady(10, WELL)
                .steady(30, DESATURATED)
                .steady(20, WELL)
                .cleanObservations();
        alerts.tell(told.subList(0, 65));
        alerts = alerts.restarted(alerts.stored());
        alerts.tell(told.subList(65, 120));

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly("REA/1 spo2_low RAISED MEDIUM", "REA/1 spo2_low CLEARED MEDIUM");
        assertThat(ledger.get(0).getOnset()).isEqualTo(WardStory.START.plusSeconds(60 + 61 + 10));
        assertThat(alerts.triage()).extracting(TriageAssessmentRecord::getLevel).contains(TriageLevelRecord.TRI_1);
    }

    @Test
    void aReEmittedRecordIsNotCountedTwice() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(60, DESATURATED)
                .cleanObservations();

        // when
        alerts.tell(told.subList(0, 50)).tell(told.subList(20, 50)).tell(told.subList(50, 90));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low RAISED MEDIUM");
    }

    @Test
    void anOpenAlarmSurvivesARestartAndClearsOnce() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(30, DESATURATED)
                .steady(40, WELL)
                .cleanObservations();
        alerts.tell(told.subList(0, 55));
        String raised = alerts.ledger().get(0).getAlert();

        // when
        alerts = alerts.restarted(alerts.stored());
        alerts.tell(told.subList(55, 100));

        // then
        assertThat(alerts.ledger()).singleElement().satisfies(alert -> {
            assertThat(alert.getState()).isEqualTo(AlertStateRecord.CLEARED);
            assertThat(alert.getAlert()).isEqualTo(raised);
        });
    }

    @Test
    void aTransitionWhoseOutputWasLostIsSentAgainWordForWord() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(30, DESATURATED)
                .cleanObservations();
        alerts.tell(told);
        List<Alert> first = alerts.ledger();

        // when
        alerts = alerts.restarted(alerts.stored());
        alerts.tell(told);

        // then
        assertThat(alerts.ledger()).isEqualTo(first).hasSize(1);
    }

    @Test
    void aTransitionWhoseMemoryWasLostIsMadeAgainWordForWord() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(30, DESATURATED)
                .cleanObservations();
        alerts.tell(told.subList(0, 40));
        Map<String, byte[]> before = alerts.stored();
        alerts.tell(told.subList(40, 60));
        List<Alert> first = alerts.ledger();

        // when
        alerts = alerts.restarted(before);
        alerts.tell(told.subList(40, 60));

        // then
        assertThat(alerts.ledger()).isEqualTo(first).hasSize(1);
    }

    @Test
    void anOutcomeIsForgottenAfterAWhile() {
        // when
        alerts.tell(new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(30, DESATURATED)
                .cleanObservations());

        // then
        assertThat(alerts.stored()).hasSizeGreaterThan(2);

        // when
        alerts.pass(Duration.ofMinutes(12));
        alerts.pass(Duration.ofMinutes(12));
        alerts.pass(Duration.ofMinutes(12));

        // then
        assertThat(alerts.stored()).containsOnlyKeys("stay-1");
    }
}
