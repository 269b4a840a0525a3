package org.vigie.simulator.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.patient.SimulatedPatient;
import org.vigie.simulator.story.ScriptedTransfer;

class BedOccupationTest {
    private static final Instant ADMITTED = Instant.parse("2026-02-27T08:00:00Z");
    private static final Instant MOVED = Instant.parse("2026-03-01T08:00:00Z");

    private final Map<String, SimulatedPatient> patients =
            new LinkedHashMap<>(Map.of("REA/01", new SimulatedPatient(1, new RandomSeed(1), ADMITTED, true)));

    @Test
    void aPatientWhoMovesLeavesABedForTheNextWhoMoves() {
        // given
        patients.put("REA/02", new SimulatedPatient(2, new RandomSeed(2), ADMITTED, true));

        // when
        Map<String, List<BedOccupation>> byBed = occupations(
                List.of("REA/R1"),
                new ScriptedTransfer(1, MOVED),
                new ScriptedTransfer(2, MOVED.plusSeconds(60)),
                new ScriptedTransfer(1, MOVED.plusSeconds(120)));

        // then
        assertThat(numbers(byBed, "REA/01")).containsExactly(1, 2);
        assertThat(numbers(byBed, "REA/R1")).containsExactly(1);
        assertThat(numbers(byBed, "REA/02")).containsExactly(2, 1);
    }

    @Test
    void noTwoPatientsAreOnOneBedAtTheInstantOfAMove() {
        // when
        List<BedOccupation> left =
                occupations(List.of("REA/R1"), new ScriptedTransfer(1, MOVED)).get("REA/01");
        BedOccupation before = left.get(0);

        // then
        assertThat(before.covers(MOVED.minusMillis(1))).isTrue();
        assertThat(before.covers(MOVED)).isFalse();
        assertThat(before.covers(ADMITTED)).isTrue();
        assertThat(before.covers(ADMITTED.minusMillis(1))).isFalse();
        assertThat(before.next()).contains("REA/R1");
    }

    @Test
    void theEndOfAStayIsUnknownBeforeItComes() {
        // given
        BedOccupation before = occupations(List.of("REA/R1"), new ScriptedTransfer(1, MOVED))
                .get("REA/01")
                .get(0);

        // when, then
        assertThat(before.stayAt(MOVED.minusMillis(1)).getUntil()).isNull();
        assertThat(before.stayAt(MOVED).getUntil()).isEqualTo(MOVED);
    }

    @Test
    void withoutAFreeBedOrAPatientNobodyMoves() {
        // when
        Map<String, List<BedOccupation>> full = occupations(List.of(), new ScriptedTransfer(1, MOVED));
        Map<String, List<BedOccupation>> unknown = occupations(List.of("REA/R1"), new ScriptedTransfer(9, MOVED));

        // then
        assertThat(full.get("REA/01"))
                .singleElement()
                .satisfies(stays -> assertThat(stays.until()).isEmpty());
        assertThat(unknown).containsOnlyKeys("REA/01");
    }

    private Map<String, List<BedOccupation>> occupations(List<String> free, ScriptedTransfer... transfers) {
        return BedOccupation.all(patients, free, List.of(transfers));
    }

    private static List<Integer> numbers(Map<String, List<BedOccupation>> byBed, String bed) {
        return byBed.get(bed).stream()
                .map(occupation -> occupation.patient().number())
                .toList();
    }
}
