package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Truth;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.story.EquipmentArtefact;
import org.vigie.simulator.story.FaultSchedule;
import org.vigie.simulator.ward.BedFeed;
import org.vigie.simulator.ward.ScheduledRecord;

/**
 * Adds artefacts during deteriorations. The simulator keeps the two apart, so that each truth can be judged alone; real equipment does
 * not. A frozen line is left out, because no rule can see what it hides.
 */
final class ArtefactOverlapFeed implements BedFeed {
    private static final Duration NEAR = Duration.ofMinutes(1);

    private final BedFeed bed;
    private final FaultSchedule faults;

    ArtefactOverlapFeed(BedFeed bed, RandomSeed seed) {
        this.bed = bed;
        this.faults = new FaultSchedule(seed.derive("overlap").derive(bed.bed()), true);
    }

    @Override
    public String bed() {
        return bed.bed();
    }

    @Override
    public BedStays staysAt(Instant at) {
        return bed.staysAt(at);
    }

    @Override
    public List<Truth> deteriorations(Instant from, Instant until) {
        return bed.deteriorations(from, until);
    }

    @Override
    public List<ScheduledRecord> events(Instant after, Instant upTo, Instant fineFrom) {
        List<ScheduledRecord> events = new ArrayList<>();
        for (ScheduledRecord scheduled : bed.events(after, upTo, fineFrom)) {
            if (scheduled.value() instanceof Observation observation) {
                withArtefact(observation)
                        .ifPresent(other -> events.add(new ScheduledRecord(scheduled.due(), scheduled.bed(), other)));
            } else {
                events.add(scheduled);
            }
        }
        truths(after, upTo).forEach(truth -> events.add(new ScheduledRecord(truth.getFrom(), bed.bed(), truth)));
        return events;
    }

    private Optional<Observation> withArtefact(Observation observation) {
        Instant at = observation.getDeviceTime();
        Optional<EquipmentArtefact> artefact = around(at).filter(each -> each.covers(at));
        if (artefact.isEmpty()) {
            return Optional.of(observation);
        }
        if (artefact.get().suppressesMessages()) {
            return Optional.empty();
        }
        List<ReadingRecord> readings =
                artefact.get().apply(observation.getReadings(), at, instant -> observation.getReadings());
        return Optional.of(
                Observation.newBuilder(observation).setReadings(readings).build());
    }

    /** The artefact of these ten minutes when a deterioration is near. */
    private Optional<EquipmentArtefact> around(Instant at) {
        return faults.artefactAt(at)
                .filter(artefact -> artefact.kind() != EquipmentArtefact.ArtefactKind.FROZEN)
                .filter(artefact -> !bed.deteriorations(
                                artefact.from().minus(NEAR), artefact.until().plus(NEAR))
                        .isEmpty());
    }

    private List<Truth> truths(Instant after, Instant upTo) {
        return Stream.of(after, upTo)
                .flatMap(each -> around(each).stream())
                .distinct()
                .filter(artefact ->
                        artefact.from().isAfter(after) && !artefact.from().isAfter(upTo))
                .map(artefact -> artefact.truth(bed.bed(), stay(artefact.from())))
                .toList();
    }

    private String stay(Instant at) {
        return bed.staysAt(at).getStays().get(0).getStay();
    }
}
