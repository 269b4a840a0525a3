package org.vigie.gateway.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Stay;

class BedCensusTest {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOW = T0.plus(Duration.ofDays(1));

    private BedCensus census = BedCensus.empty();

    @Test
    void aTransferEndsOneBedAndBeginsAnotherUnderTheSameStay() {
        // when
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(60, MovementAction.TRANSFER, "ana", "A/2");

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..60");
        assertThat(picture("A/2")).containsExactly("stay-ana 60..");
    }

    @Test
    void aDischargeEndsTheStayAndItsCancellationOpensItAgain() {
        // when
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(60, MovementAction.DISCHARGE, "ana", "");

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..60");

        // when
        at(70, MovementAction.CANCEL_DISCHARGE, "ana", "");

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..");
    }

    @Test
    void aCancelledAdmissionLeavesNoTrace() {
        // when
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(5, MovementAction.CANCEL_ADMIT, "ana", "A/1");

        // then
        assertThat(picture("A/1")).isEmpty();
    }

    @Test
    void aCancelledTransferPutsThePatientBackAsIfNothingHadBeen() {
        // when
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(60, MovementAction.TRANSFER, "ana", "A/2");
        at(65, MovementAction.CANCEL_TRANSFER, "ana", "A/1");

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..");
        assertThat(picture("A/2")).isEmpty();
    }

    @Test
    void twoPatientsClaimedForOneBedAreAConflictUntilOneLeaves() {
        // when
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(60, MovementAction.ADMIT, "bea", "A/1");

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..60", "conflict 60..");

        // when
        at(90, MovementAction.TRANSFER, "ana", "A/2");

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..60", "conflict 60..90", "stay-bea 90..");
    }

    @Test
    void aConflictThatWasAMistakeIsUndone() {
        // when
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(60, MovementAction.ADMIT, "bea", "A/1");
        at(61, MovementAction.CANCEL_ADMIT, "bea", "A/1");

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..");
    }

    @Test
    void aLateAdmissionReachesBackToWhenItHappened() {
        // when
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(60, MovementAction.DISCHARGE, "ana", "");
        at(30, MovementAction.ADMIT, "bea", "A/2");

        // then
        assertThat(picture("A/2")).containsExactly("stay-bea 30..");
    }

    @Test
    void aMergeGivesTheStaysToThePatientWhoRemains() {
        // given
        at(0, MovementAction.ADMIT, "unknown", "A/1");

        // when
        census = census.after(change(10, MovementAction.MERGE, "ana", "", "unknown"));

        // then
        assertThat(census.claims("A/1")).extracting(Stay::getPatient).containsExactly("ana");
        assertThat(picture("A/1")).containsExactly("stay-unknown 0..");
    }

    @Test
    void twoNumbersOfOnePatientOnOneBedAreNoConflictOnceTheyAreMerged() {
        // given
        at(0, MovementAction.ADMIT, "unknown", "A/1");
        at(10, MovementAction.ADMIT, "ana", "A/1");

        // when
        census = census.after(change(20, MovementAction.MERGE, "ana", "", "unknown"));

        // then
        assertThat(picture("A/1")).containsExactly("stay-unknown 0..10", "stay-ana 10..");

        // when
        at(60, MovementAction.DISCHARGE, "ana", "A/1");
        census = census.after(ofVisit("visit-unknown", change(60, MovementAction.DISCHARGE, "ana", "A/1", "")));

        // then
        assertThat(picture("A/1")).containsExactly("stay-unknown 0..10", "stay-ana 10..60");
    }

    @Test
    void aMergeEndsNoClaimOnAnotherBed() {
        // given
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(10, MovementAction.ADMIT, "unknown", "A/2");

        // when
        census = census.after(change(20, MovementAction.MERGE, "ana", "", "unknown"));

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..");
        assertThat(picture("A/2")).containsExactly("stay-unknown 10..");
    }

    @Test
    void anAdmissionUnderAFormerNumberIsCancelledByItsVisit() {
        // given
        at(0, MovementAction.ADMIT, "unknown", "A/1");
        at(10, MovementAction.ADMIT, "ana", "A/2");
        census = census.after(change(20, MovementAction.MERGE, "ana", "", "unknown"));

        // when
        census = census.after(ofVisit("visit-unknown", change(30, MovementAction.CANCEL_ADMIT, "ana", "A/1", "")));

        // then
        assertThat(picture("A/1")).isEmpty();
        assertThat(picture("A/2")).containsExactly("stay-ana 10..");
    }

    @Test
    void aDischargeThatIsDeliveredAgainDoesNotEndTheStayOfAPatientWhoCameBack() {
        // given
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(60, MovementAction.DISCHARGE, "ana", "A/1");
        at(90, MovementAction.ADMIT, "ana", "A/1");

        // when: the sender repeats the messages of the morning
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(60, MovementAction.DISCHARGE, "ana", "A/1");
        at(90, MovementAction.ADMIT, "ana", "A/1");

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..60", "stay-ana 90..");
    }

    @Test
    void aDischargeAtTheTimeOfTheLastTransferEndsTheStay() {
        // given
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(60, MovementAction.TRANSFER, "ana", "A/2");

        // when
        at(60, MovementAction.DISCHARGE, "ana", "A/2");

        // then
        assertThat(census.open("ana")).isEmpty();
    }

    @Test
    void theSameAdmissionTwiceChangesNothing() {
        // given
        at(0, MovementAction.ADMIT, "ana", "A/1");
        BedCensus before = census;

        // when
        at(5, MovementAction.ADMIT, "ana", "A/1");

        // then
        assertThat(census.changedSince(before)).isEmpty();
    }

    @Test
    void anUpdateMovesNoPatient() {
        // when
        at(0, MovementAction.ADMIT, "ana", "A/1");
        at(5, MovementAction.UPDATE, "ana", "A/2");

        // then
        assertThat(picture("A/1")).containsExactly("stay-ana 0..");
        assertThat(picture("A/2")).isEmpty();
    }

    private void at(int minute, MovementAction action, String patient, String bed) {
        census = census.after(change(minute, action, patient, bed, ""));
    }

    private static CensusChange ofVisit(String visit, CensusChange change) {
        return new CensusChange(
                change.action(),
                change.patient(),
                change.stay(),
                List.of(visit),
                change.bed(),
                change.priorBed(),
                change.priorPatient(),
                change.at(),
                change.now(),
                change.admittedAt(),
                change.age(),
                change.sex());
    }

    private static CensusChange change(int minute, MovementAction action, String patient, String bed, String prior) {
        Instant at = T0.plusSeconds(60L * minute);
        return new CensusChange(
                action,
                patient,
                "stay-" + patient,
                List.of("visit-" + patient),
                bed,
                "",
                prior,
                at,
                NOW,
                at,
                null,
                AdministrativeSexRecord.UNKNOWN);
    }

    private List<String> picture(String bed) {
        return new StayConflictResolver(bed, census.claims(bed))
                .resolved().getStays().stream()
                        .map(stay -> (StayConflictResolver.isConflict(stay) ? "conflict" : stay.getStay()) + " "
                                + minutes(stay.getFrom()) + ".."
                                + (stay.getUntil() == null ? "" : minutes(stay.getUntil())))
                        .toList();
    }

    private static long minutes(Instant at) {
        return java.time.Duration.between(T0, at).toMinutes();
    }
}
