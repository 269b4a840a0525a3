package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests what is raised while readings of a bed wait unread. */
class UnreadBedTopologyTest extends StaySweeperStory {
    @Test
    void whatLiesUnreadIsNoSilenceAndItsLevelIsUnknownMeanwhile() {
        // given
        var told = new WardStory().bed("1").steady(200, WELL).cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        alerts.readUpTo(WardStory.START.plusSeconds(30));
        rounds(11);
        alerts.triage();

        // when
        rounds(12);
        List<TriageAssessmentRecord> meanwhile = alerts.triage();
        alerts.tell(told.subList(30, 200));

        // then
        assertThat(alerts.ledger()).isEmpty();
        assertThat(meanwhile).isNotEmpty().allSatisfy(triage -> {
            assertThat(triage.getLevel()).isEqualTo(TriageLevelRecord.UNKNOWN);
            assertThat(triage.getReasonsFr()).containsExactly("Mesures en attente : traitement en retard");
        });
        assertThat(alerts.triage())
                .extracting(TriageAssessmentRecord::getLevel)
                .containsExactly(TriageLevelRecord.TRI_4);
    }

    @Test
    void aBedThatIsSilentIsMissedAsSoonAsAllIsRead() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        alerts.readUpTo(WardStory.START.plusSeconds(30));
        rounds(23);
        assertThat(alerts.ledger()).isEmpty();

        // when
        alerts.readAll();
        rounds(1);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 bed_silent RAISED MEDIUM");
        assertThat(alerts.triage())
                .last()
                .satisfies(triage -> assertThat(triage.getReasonsFr()).containsExactly("Plus aucune mesure"));
    }

    @Test
    void aSilenceThatUnreadReadingsDisproveIsNotOverBeforeItBegan() {
        // given: both beds are thought silent, though the next reading of one was measured a second later
        var told = new WardStory().bed("1").steady(120, WELL).cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        rounds(14);

        // when
        alerts.tell(told.subList(30, 120));

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly("REA/1 bed_silent RAISED MEDIUM", "REA/1 bed_silent CLEARED MEDIUM");
        assertThat(ledger.get(1).getClearedAt()).isEqualTo(ledger.get(0).getRaisedAt());
        assertThat(ledger.get(1).getMessageEn()).isEqualTo("Measurements back after 1 min");
        var check = new LedgerCheck();
        assertThat(ledger).allSatisfy(entry -> assertThat(check.take("", entry)).isEmpty());
    }

    @Test
    void theNextOneIsCalledInTimeThoughWhatEndsTheAlarmMayLieUnread() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(5, Map.of("hr", 20.0))
                .steady(330, WELL)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 35));
        List<Alert> ledger = new ArrayList<>(alerts.ledger());
        assertThat(AlertTopologyDriver.told(ledger)).containsExactly("REA/1 hr_low RAISED HIGH");

        // when
        alerts.readUpTo(WardStory.START.plusSeconds(10));
        rounds(60);
        List<Alert> meanwhile = alerts.ledger();
        alerts.tell(told.subList(35, 365));

        // then
        assertThat(meanwhile).extracting(Alert::getState).contains(AlertStateRecord.ESCALATED);
        ledger.addAll(meanwhile);
        ledger.addAll(alerts.ledger());
        assertThat(AlertTopologyDriver.told(ledger)).contains("REA/1 hr_low CLEARED HIGH");
        isWhole(ledger);
    }

    @Test
    void anAudioPauseEndsInTimeWhateverLiesUnread() {
        // given
        alerts.tell(bed("REA/1", null)).tell(desaturated());
        Alert raised = alerts.ledger().get(0);
        alerts.readUpTo(WardStory.START);
        alerts.ask(AlarmCommandRecord.newBuilder()
                .setCommand("pause-1")
                .setStay("stay-1")
                .setAlert(raised.getAlert())
                .setKind(CommandTypeRecord.PAUSE_AUDIO)
                .setExpiresAt(WardStory.START.plusSeconds(100))
                .setBy("n-1")
                .setRole("nurse")
                .setReason("seen")
                .setAt(WardStory.START.plusSeconds(61))
                .build());

        // when
        rounds(14);

        // then
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .containsSubsequence(AlertStateRecord.AUDIO_PAUSED, AlertStateRecord.AUDIO_RESUMED);
    }

    @Test
    void somebodyIsCalledWhenABedIsUnreadForTwoMinutesAndTheCallEndsWhenItIsRead() {
        // given
        var told = new WardStory().bed("1").steady(600, WELL).cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        alerts.readUpTo(WardStory.START.plusSeconds(30));
        rounds(23);
        assertThat(alerts.ledger()).isEmpty();

        // when
        rounds(60);
        List<Alert> ledger = new ArrayList<>(alerts.ledger());
        alerts.tell(told.subList(30, 149));
        assertThat(alerts.ledger()).isEmpty();
        alerts.tell(told.subList(149, 600)).readAll();
        rounds(11);

        // then
        assertThat(ledger).first().satisfies(raised -> {
            assertThat(raised.getRule()).isEqualTo("bed_unread");
            assertThat(raised.getKind()).isEqualTo(AlertKind.TECHNICAL);
            assertThat(raised.getState()).isEqualTo(AlertStateRecord.RAISED);
            assertThat(raised.getRaisedAt()).isEqualTo(WardStory.START.plusSeconds(149));
            assertThat(raised.getMessageFr()).isEqualTo("Surveillance interrompue : mesures en attente depuis 2 min");
            assertThat(raised.getMessageEn()).isEqualTo("Monitoring interrupted: measurements waiting for 2 min");
        });
        ledger.addAll(alerts.ledger());
        assertThat(ledger).extracting(Alert::getRule).containsOnly("bed_unread");
        assertThat(ledger)
                .extracting(Alert::getState)
                .containsOnlyOnce(AlertStateRecord.RAISED, AlertStateRecord.CLEARED);
        assertThat(ledger).last().returns(AlertStateRecord.CLEARED, Alert::getState);
        isWhole(ledger);
    }

    @Test
    void aBedThatProvesSilentWhenAllIsReadIsCalledSilentInPlaceOfUnread() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        alerts.readUpTo(WardStory.START.plusSeconds(30));
        rounds(25);
        List<Alert> ledger = new ArrayList<>(alerts.ledger());

        // when
        alerts.readAll();
        rounds(2);

        // then
        ledger.addAll(alerts.ledger());
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly(
                        "REA/1 bed_unread RAISED MEDIUM",
                        "REA/1 bed_unread CLEARED MEDIUM",
                        "REA/1 bed_silent RAISED MEDIUM");
        isWhole(ledger);
    }

    @Test
    void aBedThatWasSilentBeforeAMistakenDischargeIsCalledWhenItIsUnreadAfterwards() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        rounds(14);
        alerts.tell(bed("REA/1", END));
        rounds(3);
        assertThat(AlertTopologyDriver.told(alerts.ledger()))
                .containsExactly("REA/1 bed_silent RAISED MEDIUM", "REA/1 bed_silent CLEARED MEDIUM");

        // when: the discharge is taken back, and readings wait
        alerts.readUpTo(END).tell(bed("REA/1", null));
        rounds(40);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 bed_unread RAISED MEDIUM");
    }

    @Test
    void whatIsUnreadIsCalledOnceThoughTheAppRestarts() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        alerts.readUpTo(WardStory.START.plusSeconds(30));
        rounds(30);
        List<Alert> first = alerts.ledger();

        // when
        alerts = alerts.restarted(alerts.stored()).tell(bed("REA/1", null)).readUpTo(WardStory.START);
        rounds(40);

        // then
        assertThat(first).extracting(Alert::getRule).containsExactly("bed_unread");
        assertThat(alerts.ledger())
                .filteredOn(alert -> alert.getState() == AlertStateRecord.RAISED)
                .isEqualTo(first);
    }

    @Test
    void aStayThatIsOnlyChartedIsNotMissedWhileProcessingIsLate() {
        // given
        var charted = new WardStory().bed("1");
        for (int hour = 0; hour < 4; hour++) {
            charted.steady(1, WELL).silent(Duration.ofHours(1));
        }
        alerts.tell(bed("REA/1", null)).tell(charted.cleanObservations()).readUpTo(WardStory.START);

        // when
        rounds(40);

        // then
        assertThat(alerts.ledger()).isEmpty();
    }

    @Test
    void aRoundTripOfAFewSecondsIsNotLate() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        alerts.triage();

        // when
        for (int round = 1; round <= 20; round++) {
            alerts.readUpTo(WardStory.START.plus(ROUND.multipliedBy(round)).minusSeconds(3));
            rounds(1);
        }

        // then
        assertThat(alerts.triage())
                .filteredOn(triage -> triage.getLevel() == TriageLevelRecord.UNKNOWN)
                .extracting(TriageAssessmentRecord::getReasonsFr)
                .containsOnly(List.of("Plus aucune mesure"));
    }

    @Test
    void aRiskScoreGivesABedOfWhichMeasurementsWaitNoLevel() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        alerts.readUpTo(WardStory.START.plusSeconds(10));
        rounds(14);
        alerts.triage();

        // when
        alerts.tell(new RiskScoreStory("REA/1", "stay-1").scored(0.9, WardStory.START));
        rounds(20);

        // then
        assertThat(alerts.triage())
                .isNotEmpty()
                .allSatisfy(triage -> assertThat(triage.getLevel()).isEqualTo(TriageLevelRecord.UNKNOWN));
    }

    private static void isWhole(List<Alert> ledger) {
        var check = new LedgerCheck();
        assertThat(ledger).allSatisfy(entry -> assertThat(check.take("", entry)).isEmpty());
    }
}
