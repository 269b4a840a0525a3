package org.vigie.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Stay;

/** Tests when a patient counts as gone from a bed. */
class PatientTurnoverTest {
    private static final Instant START = Instant.parse("2026-03-05T08:00:00Z");
    private static final Instant NOW = START.plusSeconds(1000);

    @Test
    void aPatientWhoLeavesAnEmptyBedIsGone() {
        assertThat(last(stay("a", 0, 100))).contains(START.plusSeconds(100));
    }

    @Test
    void aPatientWhoseBedIsGivenToAnotherIsGone() {
        assertThat(last(stay("a", 0, 100), stay("b", 100, null))).contains(START.plusSeconds(100));
    }

    @Test
    void theBeginOfAStayInAnEmptyBedIsNoTurnoverBecauseTheAdmissionMayBeLate() {
        assertThat(last(stay("a", 0, 100), stay("b", 500, null))).contains(START.plusSeconds(100));
        assertThat(last(stay("b", 500, null))).isEmpty();
    }

    @Test
    void thePatientOfTheNextPartOfAStayIsStillThere() {
        assertThat(last(stay("a", 0, 100), stay("a", 100, null))).isEmpty();
    }

    @Test
    void thePatientOfAnotherStayWithoutAGapIsStillThere() {
        // given
        Stay next = stay("a2", 100, null);
        next.setPatient("patient-a");

        // when, then
        assertThat(last(stay("a", 0, 100), next)).isEmpty();
    }

    @Test
    void neitherTheBeginNorTheEndOfAConflictIsATurnover() {
        // given
        Stay first = stay("a", 0, 100);
        Stay conflict = stay("conflict-1", 100, 200);

        // when, then
        assertThat(last(first, stay("conflict-1", 100, null))).isEmpty();
        assertThat(last(first, conflict)).isEmpty();
        assertThat(last(first, conflict, stay("a", 200, null))).isEmpty();
        assertThat(last(first, conflict, stay("b", 200, null))).isEmpty();
        assertThat(last(first, conflict, stay("b", 200, 300))).contains(START.plusSeconds(300));
    }

    @Test
    void aDischargeInTheFutureIsNoneYet() {
        assertThat(last(stay("a", 0, 2000))).isEmpty();
    }

    private static Optional<Instant> last(Stay... stays) {
        return new PatientTurnover(List.of(stays)).last(NOW);
    }

    private static Stay stay(String stay, int from, @Nullable Integer until) {
        return Stay.newBuilder()
                .setStay(stay)
                .setPatient("patient-" + stay)
                .setBed("REA/03")
                .setFrom(START.plusSeconds(from))
                .setUntil(until == null ? null : START.plusSeconds(until))
                .setAdmittedAt(START)
                .build();
    }
}
