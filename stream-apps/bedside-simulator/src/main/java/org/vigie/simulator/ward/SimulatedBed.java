package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Reading;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.simulator.patient.Seed;
import org.vigie.simulator.story.Artefact;
import org.vigie.simulator.story.Trouble;

/** A bed of simulated patients, one after the other; or a free one. */
final class SimulatedBed implements BedFeed {
    private static final Duration UNDISTURBED = Duration.ofMinutes(1);

    private final Plan plan;
    private final String bed;
    private final List<Occupant> occupants;
    private final Trouble trouble;
    private final MonitorLine line;

    SimulatedBed(Plan plan, String bed, List<Occupant> occupants, Seed seed) {
        this.plan = plan;
        this.bed = bed;
        this.occupants = occupants;
        this.trouble = new Trouble(seed, plan.artefacts());
        this.line = new MonitorLine(plan, bed, trouble, seed);
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
                        .map(Occupant::occupation)
                        .filter(occupation -> !occupation.from().isAfter(at))
                        .map(occupation -> occupation.stayAt(at))
                        .toList());
    }

    @Override
    public List<Event> events(Instant after, Instant upTo, Instant fineFrom) {
        List<Event> events = new ArrayList<>();
        occupants.forEach(occupant -> addMoves(events, occupant));
        deteriorations(after, upTo.plusMillis(1)).forEach(truth -> add(events, truth.getFrom(), truth));
        addArtefacts(events, after, upTo);
        events.removeIf(event -> !event.due().isAfter(after) || event.due().isAfter(upTo));
        events.addAll(line.arrivals(this::sight, after, upTo, fineFrom));
        events.sort(Comparator.comparing(Event::due));
        return events;
    }

    @Override
    public List<Truth> deteriorations(Instant from, Instant until) {
        return occupants.stream()
                .flatMap(occupant -> occupant.deteriorations(from, until).stream())
                .toList();
    }

    private void addMoves(List<Event> events, Occupant occupant) {
        Occupation occupation = occupant.occupation();
        events.add(new Event(occupation.from(), bed, staysAt(occupation.from())));
        occupation.until().ifPresent(end -> {
            events.add(new Event(end, bed, staysAt(end)));
            add(events, end, transfer(occupant, end));
        });
    }

    private Truth transfer(Occupant occupant, Instant at) {
        String stay = occupant.patient().stayId();
        String to = "to " + occupant.occupation().next().orElseThrow();
        return new Truth(stay + "-transfer-" + at.getEpochSecond(), bed, stay, TruthKind.TRANSFER, null, at, at, to);
    }

    private void addArtefacts(List<Event> events, Instant after, Instant upTo) {
        for (Instant block = after; block.isBefore(upTo.plus(Trouble.BLOCK)); block = block.plus(Trouble.BLOCK)) {
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

    private void add(List<Event> events, Instant due, Truth truth) {
        events.add(new Event(due, bed, truth));
    }

    /** The artefact of the block that holds {@code at}, unless a script is near: each truth stands alone. */
    private Optional<Artefact> artefact(Instant at) {
        return trouble.around(at)
                .filter(artefact -> !artefact.from().isBefore(plan.liveFrom()))
                .filter(artefact -> occupantAt(artefact.from())
                        .filter(occupant -> artefact.canBefall(occupant.patient()))
                        .filter(occupant -> occupant.isLeftAlone(
                                artefact.from().minus(UNDISTURBED),
                                artefact.until().plus(UNDISTURBED)))
                        .isPresent());
    }

    private Optional<MonitorLine.Bedside.Sight> sight(Instant at) {
        Optional<Artefact> artefact = artefact(at).filter(each -> each.covers(at));
        if (artefact.filter(Artefact::silences).isPresent()) {
            return Optional.empty();
        }
        return occupantAt(at).map(occupant -> {
            List<Reading> vitals = occupant.vitals(at);
            List<Reading> readings = new ArrayList<>(artefact.map(each -> each.apply(vitals, at, occupant::vitals))
                    .orElse(vitals));
            readings.addAll(occupant.charted(at));
            return new MonitorLine.Bedside.Sight(occupant.patient().stayId(), readings);
        });
    }

    private Optional<Occupant> occupantAt(Instant at) {
        return occupants.stream()
                .filter(occupant -> occupant.occupation().covers(at))
                .findFirst();
    }
}
