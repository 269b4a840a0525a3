package org.vigie.simulator.ward;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.Stay;
import org.vigie.simulator.patient.SimulatedPatient;
import org.vigie.simulator.story.ScriptedTransfer;

/**
 * Holds the time of one simulated patient on one bed.
 *
 * @param until first instant after the patient left; empty: no departure is planned
 * @param next bed to which the patient moves then
 */
record BedOccupation(
        SimulatedPatient patient, String bed, Instant from, Optional<Instant> until, Optional<String> next) {

    boolean covers(Instant at) {
        return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
    }

    /** Returns the stay as known at {@code at}. */
    Stay stayAt(Instant at) {
        return patient.stay(bed, from, until.filter(end -> !end.isAfter(at)).orElse(null));
    }

    /** Returns the occupations of each bed. A transfer of an unknown patient, or without a free bed, is ignored. */
    static Map<String, List<BedOccupation>> all(
            Map<String, SimulatedPatient> first, List<String> freeBeds, List<ScriptedTransfer> transfers) {
        Map<String, List<BedOccupation>> byBed = new LinkedHashMap<>();
        Map<Integer, BedOccupation> now = new LinkedHashMap<>();
        Deque<String> free = new ArrayDeque<>(freeBeds);
        first.forEach((bed, patient) -> now.put(
                patient.number(),
                new BedOccupation(patient, bed, patient.admittedAt(), Optional.empty(), Optional.empty())));
        for (ScriptedTransfer transfer : transfers) {
            BedOccupation left = now.get(transfer.patient());
            if (left != null && !free.isEmpty()) {
                String to = free.poll();
                free.add(left.bed());
                place(byBed, left.endedBy(transfer.at(), to));
                now.put(transfer.patient(), left.begunBy(transfer.at(), to));
            }
        }
        now.values().forEach(occupation -> place(byBed, occupation));
        return byBed;
    }

    private static void place(Map<String, List<BedOccupation>> byBed, BedOccupation occupation) {
        byBed.computeIfAbsent(occupation.bed(), ignored -> new ArrayList<>()).add(occupation);
    }

    private BedOccupation endedBy(Instant at, String to) {
        return new BedOccupation(patient, bed, from, Optional.of(at), Optional.of(to));
    }

    private BedOccupation begunBy(Instant at, String to) {
        return new BedOccupation(patient, to, at, Optional.empty(), Optional.empty());
    }
}
