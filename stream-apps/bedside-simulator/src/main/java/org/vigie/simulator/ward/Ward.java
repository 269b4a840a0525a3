package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.schemas.Truth;
import org.vigie.simulator.patient.Patient;
import org.vigie.simulator.patient.Seed;
import org.vigie.simulator.recording.Recordings;
import org.vigie.simulator.story.Story;

/**
 * All beds of a plan. With recordings, bed 1 is simulated, bed 2 plays a recording of the first data set there is, bed 3 of the
 * second, and so on in turns; without, every bed is simulated.
 */
public final class Ward {
    /** Every simulated patient has been here for as long as a window is. */
    private static final Duration STAYED = Duration.ofDays(2);

    private final Instant start;
    private final List<BedFeed> beds;

    private Ward(Instant start, List<BedFeed> beds) {
        this.start = start;
        this.beds = List.copyOf(beds);
    }

    public static Ward of(Plan plan, Recordings recordings) {
        Story story = Story.load(plan.scripts(), plan.liveFrom());
        Seed seed = new Seed(plan.seed());
        Map<String, Patient> patients = new LinkedHashMap<>();
        List<BedFeed> recorded = new ArrayList<>();
        for (int number = 1; number <= plan.beds(); number++) {
            String bed = plan.bed(number);
            int turn = (number - 1) % (recordings.sets() + 1);
            if (turn == 0) {
                patients.put(bed, patient(plan, story, seed, patients.size() + 1));
            } else {
                recorded.add(
                        new RecordedBed(plan, bed, recordings.get(turn - 1, (number - 1) / (recordings.sets() + 1))));
            }
        }
        return new Ward(plan.start(), inOrder(plan, simulated(plan, story, seed, patients), recorded));
    }

    private static Patient patient(Plan plan, Story story, Seed ward, int number) {
        Seed seed = ward.of("patient").of(number);
        boolean line = story.needsArterialLine(number) || seed.of("line").uniform() < 0.65;
        return new Patient(number, seed, plan.liveFrom().minus(STAYED), line);
    }

    private static List<BedFeed> simulated(Plan plan, Story story, Seed ward, Map<String, Patient> patients) {
        List<String> free = IntStream.rangeClosed(1, plan.freeBeds())
                .mapToObj(plan::freeBed)
                .toList();
        Map<String, List<Occupation>> occupations = Occupation.all(patients, free, story.transfers());
        List<String> names = new ArrayList<>(patients.keySet());
        names.addAll(free);
        return names.stream()
                .<BedFeed>map(bed -> {
                    List<Occupant> occupants = occupations.getOrDefault(bed, List.of()).stream()
                            .map(occupation -> new Occupant(occupation, story, plan))
                            .toList();
                    return new SimulatedBed(plan, bed, occupants, ward.of("bed").of(bed));
                })
                .toList();
    }

    private static List<BedFeed> inOrder(Plan plan, List<BedFeed> simulated, List<BedFeed> recorded) {
        Map<String, BedFeed> byName = new LinkedHashMap<>();
        simulated.forEach(bed -> byName.put(bed.bed(), bed));
        recorded.forEach(bed -> byName.put(bed.bed(), bed));
        return plan.names().stream().map(byName::get).toList();
    }

    /** When the first record is due. */
    public Instant start() {
        return start;
    }

    /** In the order of their numbers, the free ones last. */
    public List<BedFeed> beds() {
        return beds;
    }

    /** Every scripted deterioration that touches an interval, one truth for each variable that leaves its limits. */
    public List<Truth> deteriorations(Instant from, Instant until) {
        return beds.stream()
                .flatMap(bed -> bed.deteriorations(from, until).stream())
                .toList();
    }
}
