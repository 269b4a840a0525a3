package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests what only a clock and the list of stays can show. */
class StaySweeperTopologyTest {
    private static final Map<String, Double> WELL = Map.of("hr", 70.0, "spo2", 97.0, "rr", 16.0, "abp_sys", 120.0);
    private static final Map<String, Double> DESATURATED =
            Map.of("hr", 70.0, "spo2", 84.0, "rr", 16.0, "abp_sys", 120.0);
    private static final Instant END = WardStory.START.plusSeconds(600);
    private static final Duration ROUND = Duration.ofSeconds(5);

    private AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void whatIsOpenEndsWithItsStay() {
        // given
        alerts.tell(bed("REA/1", null)).tell(desaturated());
        Alert raised = alerts.ledger().get(0);
        alerts.triage();

        // when
        alerts.tell(bed("REA/1", END));
        rounds(3);

        // then
        assertThat(alerts.ledger()).singleElement().satisfies(cleared -> {
            assertThat(cleared.getAlert()).isEqualTo(raised.getAlert());
            assertThat(cleared.getClearedAt()).isEqualTo(END);
            assertThat(cleared.getValue()).isNull();
            assertThat(cleared.getMessageFr()).isEqualTo("Séjour terminé : fin de l'alarme après 9 min");
            assertThat(cleared.getMessageEn()).isEqualTo("Stay ended: alarm over after 9 min");
        });
        List<TriageAssessmentRecord> triage = alerts.triage();
        assertThat(triage.get(triage.size() - 1)).satisfies(last -> {
            assertThat(last.getLevel()).isEqualTo(TriageLevelRecord.UNKNOWN);
            assertThat(last.getReasonsFr()).containsExactly("Séjour terminé");
        });
    }

    @Test
    void aProvisionalStayEndsWhenItsPatientIsKnownAndTheAlarmGoesOnUnderTheRealOne() {
        // given
        var unknown =
                new WardStory().bed("REA/1", "provisional-1").steady(30, WELL).steady(40, DESATURATED);
        alerts.tell(new BedStays("REA/1", List.of()))
                .tell(unknown.cleanObservations().subList(0, 50));
        Alert raised = alerts.ledger().get(0);

        // when
        alerts.tell(AlertTopologyDriver.stays("stay-1", "REA/1", null));
        alerts.tell(attributed(unknown, "stay-1").subList(0, 50));
        rounds(3);

        // then
        assertThat(alerts.ledger()).singleElement().satisfies(over -> {
            assertThat(over.getAlert()).isEqualTo(raised.getAlert());
            assertThat(over.getState()).isEqualTo(AlertStateRecord.CLEARED);
            assertThat(over.getMessageFr()).startsWith("Patient identifié, surveillé sous son séjour");
            assertThat(over.getMessageEn()).startsWith("Patient known and watched under the real stay");
        });

        // when
        alerts.tell(attributed(unknown, "stay-1").subList(40, 50));
        alerts.tell(live(unknown, "stay-1").subList(50, 70));

        // then
        assertThat(alerts.ledger())
                .singleElement()
                .returns(AlertStateRecord.RAISED, Alert::getState)
                .returns("stay-1", Alert::getStay);
    }

    @Test
    void aProvisionalStayGoesOnWhenTheAdmissionIsTakenBack() {
        // given
        var unknown =
                new WardStory().bed("REA/1", "provisional-1").steady(30, WELL).steady(40, DESATURATED);
        alerts.tell(new BedStays("REA/1", List.of()))
                .tell(unknown.cleanObservations().subList(0, 30));
        alerts.tell(AlertTopologyDriver.stays("stay-1", "REA/1", null));
        rounds(3);

        // when
        alerts.tell(new BedStays("REA/1", List.of()));
        rounds(2);
        alerts.tell(unknown.cleanObservations().subList(30, 70));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low RAISED MEDIUM");
    }

    @Test
    void aPatientWhoLeftBeforeDoesNotEndAProvisionalStay() {
        // given
        var unknown =
                new WardStory().bed("REA/1", "provisional-1").steady(30, WELL).steady(40, DESATURATED);
        alerts.tell(AlertTopologyDriver.stays("before", "REA/1", WardStory.START))
                .tell(unknown.cleanObservations().subList(0, 30));
        rounds(3);

        // when
        alerts.tell(unknown.cleanObservations().subList(30, 70));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low RAISED MEDIUM");
    }

    /** The records again, under the stay that was found for them later. */
    private static List<CleanObservation> attributed(BedStory story, String stay) {
        List<CleanObservation> attributed = live(story, stay);
        attributed.forEach(observation -> observation.setAttributedFrom("provisional-1"));
        return attributed;
    }

    private static List<CleanObservation> live(BedStory story, String stay) {
        List<CleanObservation> live = story.cleanObservations();
        live.forEach(observation -> observation.setStay(stay));
        return live;
    }

    @Test
    void aTransferIsNoEndInWhateverOrderItsBedsAreTold() {
        // given
        alerts.tell(bed("REA/1", null)).tell(desaturated());
        alerts.ledger();

        // when
        alerts.tell(bed("REA/1", END));
        rounds(1);
        alerts.tell(bed("REA/2", null));
        rounds(3);
        alerts.tell(bed("REA/2", END)).tell(bed("REA/1", null));
        rounds(3);

        // then
        assertThat(alerts.ledger()).isEmpty();
    }

    @Test
    void anEndedStayCallsNobodyAndHasNoHeartbeat() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(30, DESATURATED)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        alerts.tell(bed("REA/1", END));
        rounds(3);
        alerts.triage();

        // when
        alerts.tell(told.subList(30, 60));
        rounds(30);

        // then
        assertThat(alerts.ledger()).isEmpty();
        assertThat(alerts.triage()).isEmpty();
    }

    @Test
    void anEndThatWasWrittenByMistakeIsTakenBack() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(30, DESATURATED)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        alerts.tell(bed("REA/1", END));
        rounds(3);

        // when
        alerts.tell(bed("REA/1", null));
        rounds(1);
        alerts.tell(told.subList(30, 60));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low RAISED MEDIUM");
    }

    @Test
    void anEndedStayIsForgottenAfterSomeHours() {
        // given
        alerts.tell(bed("REA/1", null)).tell(desaturated());
        alerts.tell(bed("REA/1", END));
        rounds(3);

        // when
        alerts.pass(Duration.ofHours(5));

        // then
        assertThat(alerts.stored()).containsKey("stay-1");

        // when
        alerts.pass(Duration.ofHours(2));
        alerts.pass(Duration.ofMinutes(12));

        // then
        assertThat(alerts.stored()).isEmpty();
    }

    @Test
    void anEndWhoseOutputWasLostIsSaidAgainWordForWord() {
        // given
        alerts.tell(bed("REA/1", null)).tell(desaturated());
        alerts.ledger();
        alerts.tell(bed("REA/1", END));
        rounds(3);
        List<Alert> first = alerts.ledger();

        // when
        alerts = alerts.restarted(alerts.stored()).tell(bed("REA/1", END));
        rounds(3);

        // then
        assertThat(alerts.ledger()).isEqualTo(first).hasSize(1);
    }

    @Test
    void anEndWhoseMemoryWasLostIsFoundAgainWordForWord() {
        // given
        alerts.tell(bed("REA/1", null)).tell(desaturated());
        alerts.ledger();
        Map<String, byte[]> before = alerts.stored();
        alerts.tell(bed("REA/1", END));
        rounds(3);
        List<Alert> first = alerts.ledger();

        // when
        alerts = alerts.restarted(before).tell(bed("REA/1", END));
        rounds(3);

        // then
        assertThat(alerts.ledger()).isEqualTo(first).hasSize(1);
    }

    @Test
    void aMonitoredBedThatFallsSilentIsMissedOnceUntilItSpeaksAgain() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .silent(Duration.ofMinutes(3))
                .steady(10, WELL)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));

        // when
        rounds(11);

        // then
        assertThat(alerts.ledger()).isEmpty();

        // when
        rounds(20);
        alerts.tell(told.subList(30, 40));

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly("REA/1 bed_silent RAISED MEDIUM", "REA/1 bed_silent CLEARED MEDIUM");
        assertThat(ledger.get(0)).satisfies(raised -> {
            assertThat(raised.getKind()).isEqualTo(AlertKind.TECHNICAL);
            assertThat(raised.getOnset()).isEqualTo(WardStory.START.plusSeconds(29));
            assertThat(raised.getMessageFr()).isEqualTo("Plus aucune mesure depuis 1 min");
            assertThat(raised.getAlert()).isEqualTo(ledger.get(1).getAlert());
        });
    }

    @Test
    void aSilenceThatWasSaidBeforeACrashIsSaidAgainWordForWord() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        rounds(14);
        List<Alert> first = alerts.ledger();

        // when
        alerts = alerts.restarted(alerts.stored()).tell(bed("REA/1", null));
        rounds(30);

        // then
        assertThat(alerts.ledger()).isEqualTo(first).hasSize(1);
    }

    @Test
    void aStayThatTheWardDoesNotKnowIsNotMissed() {
        // given
        alerts.tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());

        // when
        rounds(30);

        // then
        assertThat(alerts.ledger()).isEmpty();
    }

    @Test
    void aBedWithoutAnAdmissionIsMissedLikeAnAdmittedOne() {
        // given
        var unknown = new WardStory()
                .bed("REA/1", "provisional-1")
                .steady(30, WELL)
                .silent(Duration.ofMinutes(3))
                .steady(5, WELL)
                .cleanObservations();
        var admitted = new WardStory().bed("2").steady(30, WELL).cleanObservations();
        alerts.tell(new BedStays("REA/1", List.of())).tell(AlertTopologyDriver.stays("stay-2", "REA/2", null));

        // when
        alerts.tell(unknown.subList(0, 30)).tell(admitted);
        rounds(14);
        alerts.tell(unknown.subList(30, 35));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger()))
                .containsExactlyInAnyOrder(
                        "REA/1 bed_silent RAISED MEDIUM",
                        "REA/2 bed_silent RAISED MEDIUM",
                        "REA/1 bed_silent CLEARED MEDIUM");
    }

    @Test
    void aBedThatWasLeftBeforeIsMissedWhenItIsWatchedWithoutANewAdmission() {
        // given
        alerts.tell(AlertTopologyDriver.stays("before", "REA/1", WardStory.START))
                .tell(new WardStory()
                        .bed("REA/1", "provisional-1")
                        .steady(30, WELL)
                        .cleanObservations());

        // when
        rounds(14);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void aProvisionalStayWhosePatientIsAdmittedByNowIsNotMissed() {
        // given
        alerts.tell(new BedStays("REA/1", List.of()))
                .tell(new WardStory()
                        .bed("REA/1", "provisional-1")
                        .steady(30, WELL)
                        .cleanObservations());
        rounds(11);

        // when
        alerts.tell(AlertTopologyDriver.stays("stay-1", "REA/1", null));
        rounds(20);

        // then
        assertThat(alerts.ledger()).isEmpty();
    }

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
    void aRiskScoreGivesASilentBedNoLevel() {
        // given
        var told = new WardStory().bed("1").steady(40, WELL).cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        rounds(14);
        alerts.triage();

        // when
        alerts.tell(new RiskScoreStory("REA/1", "stay-1").scored(0.9, WardStory.START));
        rounds(20);

        // then
        assertThat(alerts.triage()).isNotEmpty().allSatisfy(triage -> {
            assertThat(triage.getLevel()).isEqualTo(TriageLevelRecord.UNKNOWN);
            assertThat(triage.getReasonsFr()).containsExactly("Plus aucune mesure");
        });
        alerts.tell(told.subList(30, 40));
        assertThat(alerts.triage())
                .first()
                .satisfies(triage -> assertThat(triage.getRisk()).isEqualTo(0.9));
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

    @Test
    void whatTellsOnlyOfThePastKeepsNoBedFromBeingSilent() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .clock(Duration.ofDays(-9_500))
                .judged(CleaningOutcomeRecord.KEPT, CleaningReasonRecord.OUT_OF_ORDER)
                .steady(200, WELL)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        alerts.triage();

        // when
        for (int round = 0; round < 30; round++) {
            alerts.tell(told.subList(30 + 5 * round, 35 + 5 * round));
            rounds(1);
        }

        // then
        assertThat(alerts.ledger()).extracting(Alert::getRule).contains("bed_silent");
        assertThat(alerts.triage()).last().returns(TriageLevelRecord.UNKNOWN, TriageAssessmentRecord::getLevel);
    }

    @Test
    void whatIsFilledInOrTakenBackGivesASilentBedNoLevel() {
        // given
        Map<String, Double> well = new HashMap<>(WELL);
        well.put("temp", 37.0);
        var filledIn = new WardStory()
                .bed("1")
                .steady(30, well)
                .withdraw("temp", 37.0)
                .silent(Duration.ofMinutes(2))
                .clock(Duration.ofHours(-1))
                .steady(1, Map.of("temp", 39.0))
                .cleanObservations();
        filledIn.get(31).getReadings().forEach(reading -> reading.setAsOf(reading.getMeasuredAt()));
        alerts.tell(bed("REA/1", null)).tell(filledIn.subList(0, 30));
        rounds(14);
        alerts.triage();

        // when
        alerts.tell(filledIn.subList(30, 32));
        rounds(20);

        // then
        assertThat(alerts.triage())
                .isNotEmpty()
                .allSatisfy(triage -> assertThat(triage.getReasonsFr()).containsExactly("Plus aucune mesure"));
        assertThat(AlertTopologyDriver.told(alerts.ledger())).contains("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void aMonitorThatSendsOnlyDoubtedReadingsIsHeard() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .judged(CleaningOutcomeRecord.SUSPECT, CleaningReasonRecord.SPIKE)
                .steady(200, WELL)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));

        // when
        for (int round = 0; round < 30; round++) {
            alerts.tell(told.subList(30 + 5 * round, 35 + 5 * round));
            rounds(1);
        }

        // then
        assertThat(alerts.ledger()).extracting(Alert::getRule).doesNotContain("bed_silent", "bed_unread");
    }

    @Test
    void aMonitorThatDiesAfterMinutesOfDoubtedReadingsIsMissed() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .judged(CleaningOutcomeRecord.SUSPECT, CleaningReasonRecord.SPIKE)
                .steady(200, WELL)
                .cleanObservations();

        // when
        alerts.tell(bed("REA/1", null)).tell(told);
        rounds(14);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).contains("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void aSilentStayIsMissedOnceItsAdmissionIsRead() {
        // given
        alerts.tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        rounds(14);
        assertThat(alerts.ledger()).isEmpty();

        // when
        alerts.tell(bed("REA/1", null));
        rounds(4);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsOnlyOnce("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void aProvisionalStayThatIsHeardGoesOnThoughItsSlowClockSpeaksOfAnAdmissionThatIsOver() {
        // given: the patient before left a quarter of an hour after what the slow clock of the monitor shows
        var unknown =
                new WardStory().bed("REA/1", "provisional-1").steady(30, WELL).steady(40, DESATURATED);
        alerts.tell(AlertTopologyDriver.stays("before", "REA/1", WardStory.START.plusSeconds(900)));

        // when
        for (int round = 0; round < 14; round++) {
            alerts.tell(unknown.cleanObservations().subList(5 * round, 5 * round + 5));
            rounds(1);
        }

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low RAISED MEDIUM");
    }

    @Test
    void aStayThatHasEndedIsNotMissed() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        alerts.tell(bed("REA/1", END));

        // when
        rounds(30);

        // then
        assertThat(alerts.ledger()).isEmpty();
    }

    @Test
    void aQuietStayIsSaidAgainOnceAMinute() {
        // given
        var told = new WardStory().bed("1").steady(300, WELL).cleanObservations();
        for (CleanObservation each : told) {
            alerts.tell(List.of(each));
            alerts.pass(Duration.ofSeconds(1));
        }

        // when
        List<TriageAssessmentRecord> triage = alerts.triage();

        // then
        assertThat(triage).hasSizeBetween(5, 7);
        assertThat(triage).extracting(TriageAssessmentRecord::getLevel).containsOnly(TriageLevelRecord.TRI_4);
        assertThat(triage.get(triage.size() - 1).getAt()).isAfter(WardStory.START.plusSeconds(230));
    }

    private static List<CleanObservation> desaturated() {
        return new WardStory().bed("1").steady(30, WELL).steady(30, DESATURATED).cleanObservations();
    }

    private static void isWhole(List<Alert> ledger) {
        var check = new LedgerCheck();
        assertThat(ledger).allSatisfy(entry -> assertThat(check.take("", entry)).isEmpty());
    }

    private void rounds(int number) {
        for (int i = 0; i < number; i++) {
            alerts.pass(ROUND);
        }
    }

    private static BedStays bed(String bed, Instant until) {
        return AlertTopologyDriver.stays("stay-1", bed, until);
    }
}
