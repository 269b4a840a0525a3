package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.simulator.patient.PatientVariability;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.story.EquipmentArtefact;
import org.vigie.simulator.story.FaultSchedule;

/** Simulates a bed with one patient after the other, or a free bed. */
final class SimulatedBed implements BedFeed {
    private static final Duration UNDISTURBED = Duration.ofMinutes(1);

    private final SimulationPlan plan;
    private final String bed;
    private final List<SimulatedOccupant> occupants;
    private final FaultSchedule faults;
    private final boolean hasScriptedArtefacts;
    private final MonitorConnection line;

    SimulatedBed(SimulationPlan plan, String bed, List<SimulatedOccupant> occupants, RandomSeed seed) {
        this.plan = plan;
        this.bed = bed;
        this.occupants = occupants;
        this.faults = new FaultSchedule(seed, plan.artefacts());
        this.hasScriptedArtefacts = plan.variability() == PatientVariability.NONE;
        this.line = new MonitorConnection(plan, bed, faults, seed);
    }

    @Override
    public String bed() {
        return bed;
    }

    @Override
    public BedStays staysAt(Instant at) {
        return new BedStays(
                bed,
                occupants.stream()
                        .map(SimulatedOccupant::occupation)
                        .filter(occupation -> !occupation.from().isAfter(at))
                        .map(occupation -> occupation.stayAt(at))
                        .toList());
    }

    @Override
    public List<ScheduledRecord> events(Instant after, Instant upTo, Instant fineFrom) {
        List<ScheduledRecord> events = new ArrayList<>();
        Predicate<Instant> isDue = at -> at.isAfter(after) && !at.isAfter(upTo);
        occupants.forEach(occupant -> addMoves(events, occupant, isDue));
        deteriorations(after, upTo.plusMillis(1)).forEach(truth -> add(events, truth.getFrom(), truth));
        addArtefacts(events, after, upTo);
        occupants.forEach(
                occupant -> occupant.disturbances(after, upTo).forEach(truth -> add(events, truth.getFrom(), truth)));
        events.removeIf(scheduled -> !isDue.test(scheduled.due()));
        events.addAll(line.arrivals(this::readingsAt, after, upTo, fineFrom));
        events.sort(Comparator.comparing(ScheduledRecord::due));
        return events;
    }

    @Override
    public List<Truth> deteriorations(Instant from, Instant until) {
        return occupants.stream()
                .flatMap(occupant -> occupant.deteriorations(from, until).stream())
                .toList();
    }

    private void addMoves(List<ScheduledRecord> events, SimulatedOccupant occupant, Predicate<Instant> isDue) {
        BedOccupation occupation = occupant.occupation();
        if (isDue.test(occupation.from())) {
            events.add(new ScheduledRecord(occupation.from(), bed, staysAt(occupation.from())));
        }
        occupation.until().filter(isDue).ifPresent(end -> {
            events.add(new ScheduledRecord(end, bed, staysAt(end)));
            add(events, end, transfer(occupant, end));
        });
    }

    private Truth transfer(SimulatedOccupant occupant, Instant at) {
        String stay = occupant.patient().stayId();
        String to = "to " + occupant.occupation().next().orElseThrow();
        return new Truth(stay + "-transfer-" + at.getEpochSecond(), bed, stay, TruthKind.TRANSFER, null, at, at, to);
    }

    private void addArtefacts(List<ScheduledRecord> events, Instant after, Instant upTo) {
        for (Instant block = after;
                block.isBefore(upTo.plus(FaultSchedule.BLOCK));
                block = block.plus(FaultSchedule.BLOCK)) {
            artefact(block)
                    .ifPresent(artefact -> add(
                            events,
                            artefact.from(),
                            artefact.truth(
                                    bed,
                                    occupantAt(artefact.from())
                                            .orElseThrow()
                                            .patient()
                                            .stayId())));
        }
    }

    private void add(List<ScheduledRecord> events, Instant due, Truth truth) {
        events.add(new ScheduledRecord(due, bed, truth));
    }

    /**
     * Returns the artefact of the block that contains {@code at}. It returns none while a deterioration is near, so that truths do not
     * overlap.
     */
    private Optional<EquipmentArtefact> artefact(Instant at) {
        return faults.artefactAt(at)
                .filter(artefact -> hasScriptedArtefacts)
                .filter(artefact -> !artefact.from().isBefore(plan.liveFrom()))
                .filter(artefact -> occupantAt(artefact.from())
                        .filter(occupant -> artefact.appliesTo(occupant.patient()))
                        .filter(occupant -> occupant.hasNoEpisode(
                                artefact.from().minus(UNDISTURBED),
                                artefact.until().plus(UNDISTURBED)))
                        .isPresent());
    }

    private Optional<MonitorConnection.BedsideSource.BedsideReadings> readingsAt(Instant at) {
        Optional<EquipmentArtefact> artefact = artefact(at).filter(each -> each.covers(at));
        if (artefact.filter(EquipmentArtefact::suppressesMessages).isPresent()) {
            return Optional.empty();
        }
        return occupantAt(at).filter(occupant -> occupant.sends(at)).map(occupant -> {
            List<ReadingRecord> vitals = occupant.vitals(at);
            List<ReadingRecord> sent = artefact.map(each -> each.apply(vitals, at, occupant::vitals))
                    .orElse(vitals);
            List<ReadingRecord> readings = new ArrayList<>(occupant.disturbed(sent, at));
            readings.addAll(occupant.charted(at));
            return new MonitorConnection.BedsideSource.BedsideReadings(
                    occupant.patient().stayId(), readings);
        });
    }

    private Optional<SimulatedOccupant> occupantAt(Instant at) {
        return occupants.stream()
                .filter(occupant -> occupant.occupation().covers(at))
                .findFirst();
    }
}
