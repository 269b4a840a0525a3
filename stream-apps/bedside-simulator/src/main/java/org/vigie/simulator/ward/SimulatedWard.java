package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.schemas.Truth;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.patient.SimulatedPatient;
import org.vigie.simulator.recording.RecordingLibrary;
import org.vigie.simulator.story.WardScenario;

/**
 * Builds all beds of a plan.
 *
 * <p>With recordings, bed 1 is simulated, bed 2 plays a recording of the first data set, bed 3 of the second, and so on in turns. Without
 * recordings, every bed is simulated.
 */
public final class SimulatedWard {
    /** Time since admission of every simulated patient when the ward goes live: the length of a window. */
    private static final Duration STAYED = Duration.ofDays(2);

    private final Instant start;
    private final List<BedFeed> beds;

    private SimulatedWard(Instant start, List<BedFeed> beds) {
        this.start = start;
        this.beds = List.copyOf(beds);
    }

    public static SimulatedWard of(SimulationPlan plan, RecordingLibrary recordings) {
        WardScenario scenario = WardScenario.load(plan.scripts(), plan.liveFrom());
        RandomSeed seed = new RandomSeed(plan.seed());
        Map<String, SimulatedPatient> patients = new LinkedHashMap<>();
        List<BedFeed> recorded = new ArrayList<>();
        for (int number = 1; number <= plan.beds(); number++) {
            String bed = plan.bed(number);
            int turn = (number - 1) % (recordings.sets() + 1);
            if (turn == 0) {
                patients.put(bed, patient(plan, scenario, seed, patients.size() + 1));
            } else {
                recorded.add(
                        new RecordedBed(plan, bed, recordings.get(turn - 1, (number - 1) / (recordings.sets() + 1))));
            }
        }
        return new SimulatedWard(plan.start(), inOrder(plan, simulated(plan, scenario, seed, patients), recorded));
    }

    private static SimulatedPatient patient(SimulationPlan plan, WardScenario scenario, RandomSeed ward, int number) {
        RandomSeed seed = ward.derive("patient").derive(number);
        boolean line = scenario.needsArterialLine(number) || seed.derive("line").uniform() < 0.65;
        return new SimulatedPatient(number, seed, plan.liveFrom().minus(STAYED), line);
    }

    private static List<BedFeed> simulated(
            SimulationPlan plan, WardScenario scenario, RandomSeed ward, Map<String, SimulatedPatient> patients) {
        List<String> free = IntStream.rangeClosed(1, plan.freeBeds())
                .mapToObj(plan::freeBed)
                .toList();
        Map<String, List<BedOccupation>> occupations = BedOccupation.all(patients, free, scenario.transfers());
        List<String> names = new ArrayList<>(patients.keySet());
        names.addAll(free);
        return names.stream()
                .<BedFeed>map(bed -> {
                    List<SimulatedOccupant> occupants = occupations.getOrDefault(bed, List.of()).stream()
                            .map(occupation -> new SimulatedOccupant(occupation, scenario, plan))
                            .toList();
                    return new SimulatedBed(
                            plan, bed, occupants, ward.derive("bed").derive(bed));
                })
                .toList();
    }

    private static List<BedFeed> inOrder(SimulationPlan plan, List<BedFeed> simulated, List<BedFeed> recorded) {
        Map<String, BedFeed> byName = new LinkedHashMap<>();
        simulated.forEach(bed -> byName.put(bed.bed(), bed));
        recorded.forEach(bed -> byName.put(bed.bed(), bed));
        return plan.names().stream().map(byName::get).toList();
    }

    /** Returns when the first record is due. */
    public Instant start() {
        return start;
    }

    /** Returns the beds in the order of their numbers, then the free beds. */
    public List<BedFeed> beds() {
        return beds;
    }

    /** Returns every scripted deterioration that overlaps an interval, one truth for each variable that leaves its limits. */
    public List<Truth> deteriorations(Instant from, Instant until) {
        return beds.stream()
                .flatMap(bed -> bed.deteriorations(from, until).stream())
                .toList();
    }
}
