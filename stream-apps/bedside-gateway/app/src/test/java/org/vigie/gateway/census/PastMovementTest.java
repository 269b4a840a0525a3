package org.vigie.gateway.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Stay;

/** Tests movements that arrive after a later one: ana comes to REA/1 at 0 and moves to REA/2 at 180 minutes. */
class PastMovementTest {
    private static final Instant T0 = Instant.parse("2026-11-28T08:00:00Z");
    private static final Instant NOW = T0.plus(Duration.ofDays(1));

    /** Minutes from the first movement to a day after the arrival of all of them. */
    private static final int FUTURE = 2 * 24 * 60;

    private BedCensus census = BedCensus.empty();
    private String stay = "stay-ana";

    @Test
    void aMovementThatIsOlderThanThePresentOneMovesNobody() {
        // given
        moved();

        // when
        at(60, MovementAction.TRANSFER, "REA/9");

        // then
        assertThat(claims("REA/1")).containsExactly("0..60");
        assertThat(claims("REA/9")).containsExactly("60..180");
        assertThat(claims("REA/2")).containsExactly("180..");
    }

    @ParameterizedTest
    @CsvSource({"60, TRANSFER, REA/9", "60, TRANSFER, REA/1", "0, ADMIT, REA/1", "180, TRANSFER, REA/2"})
    void anOlderMovementThatIsDeliveredAgainChangesNothing(int minute, MovementAction action, String bed) {
        // given
        moved();
        if (bed.equals("REA/9")) {
            at(minute, action, bed);
        }
        BedCensus before = census;

        // when
        at(minute, action, bed);

        // then
        assertThat(census.changedSince(before)).isEmpty();
    }

    @Test
    void anAdmissionThatBearsTheTimeOfTheArrivalInTheHospitalMovesThePatient() {
        // given
        at(0, MovementAction.ADMIT, "URG/1");
        at(60, MovementAction.TRANSFER, "URG/2");

        // when
        at(0, MovementAction.ADMIT, "REA/1");

        // then
        assertThat(claims("URG/2")).containsExactly("60..60");
        assertThat(claims("REA/1")).containsExactly("60..");
    }

    @Test
    void anAdmissionThatArrivesAfterTheTransferIsOverWhenTheTransferBegins() {
        // when
        at(180, MovementAction.TRANSFER, "REA/2");
        at(0, MovementAction.ADMIT, "REA/1");

        // then
        assertThat(claims("REA/1")).containsExactly("0..180");
        assertThat(claims("REA/2")).containsExactly("180..");
    }

    @Test
    void aTransferThatArrivesAfterTheDischargeDoesNotBringThePatientBack() {
        // given
        moved();
        at(300, MovementAction.DISCHARGE, "REA/2");

        // when
        at(240, MovementAction.TRANSFER, "REA/3");

        // then
        assertThat(claims("REA/2")).containsExactly("180..240");
        assertThat(claims("REA/3")).containsExactly("240..300");
    }

    @Test
    void aTransferThatWasFollowedByAnotherIsCancelledInThePast() {
        // given
        moved();
        at(60, MovementAction.TRANSFER, "REA/9");

        // when
        at(60, MovementAction.CANCEL_PAST_TRANSFER, "REA/1");

        // then
        assertThat(claims("REA/1")).containsExactly("0..180");
        assertThat(claims("REA/9")).isEmpty();
        assertThat(claims("REA/2")).containsExactly("180..");
    }

    @ParameterizedTest
    @CsvSource({"400, CANCEL_PAST_TRANSFER", "60, CANCEL_TRANSFER"})
    void theCancellationOfAPastTransferDoesNotTouchThePresentClaim(int minute, MovementAction action) {
        // given
        moved();
        BedCensus before = census;

        // when
        at(minute, action, "REA/1");

        // then
        assertThat(census.changedSince(before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REA/2, ''", "REA/2, REA/3", "REA/3, REA/2"})
    void aCancelledTransferThatIsDeliveredAgainTakesThePatientBackOnce(String bed, String priorBed) {
        // given
        moved();
        at(240, MovementAction.TRANSFER, "REA/3");

        // when
        at(250, MovementAction.CANCEL_TRANSFER, bed, priorBed);
        at(250, MovementAction.CANCEL_TRANSFER, bed, priorBed);

        // then
        assertThat(claims("REA/1")).containsExactly("0..180");
        assertThat(claims("REA/2")).containsExactly("180..");
        assertThat(claims("REA/3")).isEmpty();
    }

    @Test
    void theCancellationOfTheLastTransferCountsAlthoughItIsCalledOneOfThePast() {
        // given
        moved();

        // when
        at(180, MovementAction.CANCEL_PAST_TRANSFER, "REA/1");
        at(180, MovementAction.CANCEL_PAST_TRANSFER, "REA/1");

        // then
        assertThat(claims("REA/1")).containsExactly("0..");
        assertThat(claims("REA/2")).isEmpty();
    }

    @Test
    void aCancellationThatNamesOnlyTheCancelledBedIsKnownByTheTimeOfTheTransfer() {
        // given
        moved();
        at(240, MovementAction.TRANSFER, "REA/3");

        // when
        at(240, MovementAction.CANCEL_TRANSFER, "REA/3");
        at(240, MovementAction.CANCEL_TRANSFER, "REA/3");

        // then
        assertThat(claims("REA/2")).containsExactly("180..");
        assertThat(claims("REA/3")).isEmpty();
    }

    @Test
    void ofTwoBedsThatWereLeftAtOneTimeTheNamedOneIsTheOneBefore() {
        // given
        at(0, MovementAction.ADMIT, "REA/1");
        at(60, MovementAction.TRANSFER, "REA/9");
        at(60, MovementAction.TRANSFER, "REA/2");

        // when
        at(60, MovementAction.CANCEL_TRANSFER, "REA/1");

        // then
        assertThat(claims("REA/1")).containsExactly("0..");
        assertThat(claims("REA/2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFER, REA/3, REA/3",
        "ADMIT, REA/3, REA/3",
        "DISCHARGE, '', ''",
        "DISCHARGE, REA/1, ''",
        "CANCEL_TRANSFER, REA/1, REA/1"
    })
    void aMovementOfTheFutureHoldsNoLaterMovementBack(MovementAction action, String bed, String present) {
        // given
        at(0, MovementAction.ADMIT, "REA/1");
        at(FUTURE, MovementAction.TRANSFER, "REA/2");

        // when
        at(120, action, bed);

        // then
        assertThat(bedsAt(NOW)).isEqualTo(present);
        assertThat(bedsAt(T0.plusSeconds(60L * FUTURE))).isEqualTo(present);
    }

    @Test
    void anAdmissionWithTheTimeOfTheHospitalBeginsWhenItWasRecordedWhileThePatientLayElsewhere() {
        // given
        at(0, MovementAction.ADMIT, "URG/1");

        // when
        admittedToHospital(0, 360, "REA/1");

        // then
        assertThat(claims("URG/1")).containsExactly("0..360");
        assertThat(claims("REA/1")).containsExactly("360..");
    }

    @Test
    void anAdmissionWithTheTimeOfTheHospitalThatIsDeliveredAgainMovesNobodyBack() {
        // given
        at(0, MovementAction.ADMIT, "URG/1");
        admittedToHospital(0, 360, "REA/1");
        at(720, MovementAction.TRANSFER, "REA/2");
        BedCensus before = census;

        // when
        admittedToHospital(0, 360, "REA/1");

        // then
        assertThat(census.changedSince(before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30, 60", "300, 300", "-1, 360"})
    void anAdmissionWithTheTimeOfTheHospitalBeginsWhenThePatientBeforeHasLeft(int left, String came) {
        // given: bob lies on REA/1 from 0, and has not left when the minute is negative
        census = census.after(movement("bob", 0, MovementAction.ADMIT, "REA/1", ""));
        if (left > 0) {
            census = census.after(movement("bob", left, MovementAction.DISCHARGE, "REA/1", ""));
        }

        // when
        admittedToHospital(60, 360, "REA/1");

        // then
        assertThat(claims("REA/1")).endsWith(came + "..");
    }

    @ParameterizedTest
    @CsvSource({"30, 60, 60", "300, 60, 300", "-1, 60, 360", "900, 60, 360", "300, 400, 400"})
    void anAdmissionWithTheTimeOfTheHospitalThatArrivesAfterItsTransferBeginsWhenThePatientBeforeHasLeft(
            int left, int hospital, String came) {
        // given: bob lies on REA/1 from 0, and has not left when the minute is negative
        census = census.after(movement("bob", 0, MovementAction.ADMIT, "REA/1", ""));
        if (left > 0) {
            census = census.after(movement("bob", left, MovementAction.DISCHARGE, "REA/1", ""));
        }
        at(720, MovementAction.TRANSFER, "REA/2");

        // when
        admittedToHospital(hospital, 360, "REA/1");
        BedCensus once = census;
        admittedToHospital(hospital, 360, "REA/1");

        // then
        assertThat(claims("REA/1")).endsWith(came + "..720");
        assertThat(claims("REA/2")).containsExactly("720..");
        assertThat(census.changedSince(once)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, 240, 0..120", "0, 300, 120..120"})
    void aPastAdmissionEndsWithItsTransferAlsoWhenAnotherPatientHadTheBed(int from, int until, String claim) {
        // given
        census = census.after(movement("bob", from, MovementAction.ADMIT, "REA/1", ""));
        census = census.after(movement("bob", until, MovementAction.DISCHARGE, "REA/1", ""));
        at(120, MovementAction.TRANSFER, "REA/2");

        // when
        admittedToHospital(0, 360, "REA/1");

        // then
        assertThat(claims("REA/1")).contains(claim);
        assertThat(claims("REA/2")).containsExactly("120..");
    }

    @Test
    void aTransferBackThatArrivesBeforeTheTransferBetweenKeepsThePatientOnThePresentBed() {
        // given
        at(0, MovementAction.ADMIT, "REA/1");

        // when
        at(120, MovementAction.TRANSFER, "REA/1", "REA/2");
        at(60, MovementAction.TRANSFER, "REA/2", "REA/1");

        // then
        assertThat(claims("REA/1")).containsExactly("0..60", "120..");
        assertThat(claims("REA/2")).containsExactly("60..120");
        assertThat(census.claims("REA/1")).extracting(Stay::getStay).containsOnly("stay-ana");
    }

    @Test
    void aTransferBackThatIsDeliveredAgainChangesNothing() {
        // given
        at(0, MovementAction.ADMIT, "REA/1");
        at(120, MovementAction.TRANSFER, "REA/1", "REA/2");
        BedCensus before = census;

        // when
        at(120, MovementAction.TRANSFER, "REA/1", "REA/2");

        // then
        assertThat(census.changedSince(before)).isEmpty();
    }

    @Test
    void anEarlierAdmissionThatIsDeliveredAgainDoesNotMoveThePatientBack() {
        // given
        at(0, MovementAction.ADMIT, "URG/1");
        at(0, MovementAction.ADMIT, "REA/1");
        at(360, MovementAction.TRANSFER, "REA/2");
        BedCensus before = census;

        // when
        at(0, MovementAction.ADMIT, "URG/1");
        at(0, MovementAction.ADMIT, "REA/1");

        // then
        assertThat(census.changedSince(before)).isEmpty();
    }

    @Test
    void aPieceOfThePastBelongsToTheStayOfItsTime() {
        // given
        at(0, MovementAction.ADMIT, "REA/1");
        at(300, MovementAction.DISCHARGE, "REA/1");

        // when
        stay = "another stay";
        at(240, MovementAction.TRANSFER, "REA/3");

        // then
        assertThat(census.claims("REA/3")).extracting(Stay::getStay).containsExactly("stay-ana");
    }

    @Test
    void aPieceOfThePastInAGapBelongsToTheNearestClaimOfItsVisit() {
        // given
        at(180, MovementAction.TRANSFER, "REA/2");

        // when
        stay = "another stay";
        at(0, MovementAction.ADMIT, "REA/1");

        // then
        assertThat(census.claims("REA/1")).extracting(Stay::getStay).containsExactly("stay-ana");
        assertThat(census.claims("REA/1")).extracting(Stay::getAdmittedAt).containsExactly(T0);
    }

    /** Returns the beds that the patient has at a time. */
    private String bedsAt(Instant at) {
        return census.all(claim -> StayClaim.covers(claim, at)).stream()
                .map(Stay::getBed)
                .collect(Collectors.joining(" "));
    }

    private void moved() {
        at(0, MovementAction.ADMIT, "REA/1");
        at(180, MovementAction.TRANSFER, "REA/2");
    }

    private void at(int minute, MovementAction action, String bed) {
        at(minute, action, bed, "");
    }

    private void at(int minute, MovementAction action, String bed, String priorBed) {
        census = census.after(movement("ana", minute, action, bed, priorBed));
    }

    private void admittedToHospital(int minute, int recorded, String bed) {
        census = census.after(
                movement("ana", minute, MovementAction.ADMIT, bed, "").arrivedBy(T0.plusSeconds(60L * recorded)));
    }

    private CensusChange movement(String patient, int minute, MovementAction action, String bed, String priorBed) {
        Instant at = T0.plusSeconds(60L * minute);
        return new CensusChange(
                action,
                patient,
                stay,
                List.of("visit-" + patient),
                bed,
                priorBed,
                "",
                at,
                NOW,
                at,
                null,
                AdministrativeSexRecord.UNKNOWN);
    }

    private List<String> claims(String bed) {
        return census.claims(bed).stream().map(PastMovementTest::words).toList();
    }

    private static String words(Stay claim) {
        return minutes(claim.getFrom()) + ".." + (claim.getUntil() == null ? "" : minutes(claim.getUntil()));
    }

    private static long minutes(Instant at) {
        return Duration.between(T0, at).toMinutes();
    }
}
