package org.vigie.gateway.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Stay;

/** Tests on which bed a value without a bed belongs: ana moves at 120 min to a bed that xen left at 90 min. */
class BedAssignmentLookupTest {
    private static final Instant T0 = Instant.parse("2026-11-28T08:00:00Z");
    private static final Instant NOW = T0.plus(Duration.ofDays(1));

    private BedCensus census = BedCensus.empty();

    @Test
    void aValueOfBeforeATransferBelongsToTheBedBeforeAndNotToThePatientWhoLayInTheNewOne() {
        // given
        at(0, MovementAction.ADMIT, "xen", "REA/02");
        at(10, MovementAction.ADMIT, "ana", "REA/01");
        at(90, MovementAction.DISCHARGE, "xen", "REA/02");
        at(120, MovementAction.TRANSFER, "ana", "REA/02");

        // when, then
        assertThat(bedOf("ana", 60)).contains("REA/01");
        assertThat(bedOf("ana", 119)).contains("REA/01");
        assertThat(bedOf("ana", 120)).contains("REA/02");
        assertThat(bedOf("ana", 500)).contains("REA/02");
        assertThat(bedOf("xen", 60)).contains("REA/02");
    }

    @Test
    void aValueOfBeforeTheAdmissionHasNoBedWhileAnotherPatientLayThere() {
        // given
        at(0, MovementAction.ADMIT, "xen", "REA/02");
        at(90, MovementAction.DISCHARGE, "xen", "REA/02");
        at(120, MovementAction.ADMIT, "ana", "REA/02");

        // when, then
        assertThat(bedOf("ana", 60)).isEmpty();
        assertThat(bedOf("ana", 100)).contains("REA/02");
    }

    @Test
    void aDischargedPatientHasTheBedOfTheTimeAndNoneAfterwards() {
        // given
        at(0, MovementAction.ADMIT, "ana", "REA/01");
        at(60, MovementAction.DISCHARGE, "ana", "REA/01");

        // when, then
        assertThat(bedOf("ana", 30)).contains("REA/01");
        assertThat(bedOf("ana", 60)).isEmpty();
        assertThat(bedOf("bea", 30)).isEmpty();
    }

    @Test
    void theBedsOfAStayStandInTheOrderOfTime() {
        // given
        at(0, MovementAction.ADMIT, "ana", "REA/02");
        at(60, MovementAction.TRANSFER, "ana", "REA/01");

        // when, then
        assertThat(new BedAssignmentLookup(census).ofStay("stay-ana"))
                .extracting(Stay::getBed)
                .containsExactly("REA/02", "REA/01");
    }

    private Optional<String> bedOf(String patient, int minute) {
        return new BedAssignmentLookup(census).bedOf(patient, T0.plusSeconds(60L * minute));
    }

    private void at(int minute, MovementAction action, String patient, String bed) {
        Instant at = T0.plusSeconds(60L * minute);
        census = census.after(new CensusChange(
                action,
                patient,
                "stay-" + patient,
                List.of("visit-" + patient),
                bed,
                "",
                "",
                at,
                NOW,
                at,
                null,
                AdministrativeSexRecord.UNKNOWN));
    }
}
