package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests how stays begin, end, are transferred and are forgotten. */
class StaySweeperTopologyTest extends StaySweeperStory {
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
            assertThat(cleared.getMessageFr()).isEqualTo("Séjour terminé : fin de l'alarme après 30 s");
            assertThat(cleared.getMessageEn()).isEqualTo("Stay ended: alarm over after 30 s");
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
    void aDischargeDatedInTheFutureEndsTheStayOnlyAtThatTime() {
        // given
        Instant later = WardStory.START.plusSeconds(600);
        alerts.tell(bed("REA/1", null)).tell(desaturated().subList(0, 30));

        // when
        alerts.tell(bed("REA/1", later));
        rounds(3);
        alerts.tell(desaturated().subList(30, 60));
        rounds(3);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low RAISED MEDIUM");

        // when
        alerts.pass(Duration.ofMinutes(4));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).contains("REA/1 bed_silent RAISED MEDIUM");

        // when
        alerts.pass(Duration.ofMinutes(7));
        rounds(1);

        // then
        assertThat(alerts.ledger())
                .filteredOn(entry -> entry.getState() == AlertStateRecord.CLEARED)
                .extracting(Alert::getRule, Alert::getClearedAt)
                .contains(tuple("spo2_low", later), tuple("bed_silent", later));
    }

    @Test
    void anEndedStayStaysEndedAfterARestart() {
        // given
        alerts.tell(bed("REA/1", null)).tell(desaturated());
        alerts.tell(bed("REA/1", END));
        rounds(3);

        // when
        alerts = alerts.restarted(alerts.stored()).tell(bed("REA/1", END));
        rounds(3);
        alerts.ledger();
        alerts.pass(Duration.ofMinutes(5));

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
        rounds(8);
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
        rounds(8);

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
}
