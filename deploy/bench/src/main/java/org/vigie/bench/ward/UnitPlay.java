package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Truth;
import org.vigie.simulator.ward.BedFeed;
import org.vigie.simulator.ward.Event;

/** Plays a unit's beds through the apps and beside them through plain thresholds, in the order in which the broker would take the records. */
final class UnitPlay {
    private static final Duration STEP = Duration.ofMinutes(1);
    /** How often the apps look at their clock. */
    private static final Duration TICK = Duration.ofSeconds(5);

    private final List<BedFeed> beds;
    private final Instant start;
    private final Instant live;

    /**
     * @param start of the back-fill, whose calls are not counted
     * @param live from here on second by second
     */
    UnitPlay(List<BedFeed> beds, Instant start, Instant live) {
        this.beds = List.copyOf(beds);
        this.start = start;
        this.live = live;
    }

    UnitDay play(Duration length) {
        var ledger = new Ledger();
        var plain = new PlainMonitor();
        List<Truth> truths = new ArrayList<>();
        long records = 0;
        try (var apps = new Apps(start)) {
            beds.forEach(bed -> apps.tell(bed.staysAt(start), start));
            Instant tick = start;
            for (Instant from = start.minusMillis(1); from.isBefore(live.plus(length)); from = from.plus(STEP)) {
                for (Event event : due(from)) {
                    if (event.due().isAfter(tick.plus(TICK))) {
                        tick = event.due();
                        apps.pass(tick);
                    }
                    if (event.value() instanceof Observation observation) {
                        records++;
                        plain.see(observation);
                        apps.tell(observation, event.due());
                    } else if (event.value() instanceof BedStays stays) {
                        apps.tell(stays, event.due());
                    } else if (event.value() instanceof Truth truth) {
                        truths.add(truth);
                    }
                }
                apps.ledger().forEach(ledger::read);
            }
        }
        return UnitDay.of(truths, since(ledger.calls()), since(plain.calls()), since(plain.urgent()), records);
    }

    private List<Event> due(Instant from) {
        return beds.stream()
                .flatMap(bed -> bed.events(from, from.plus(STEP), live).stream())
                .sorted(Comparator.comparing(Event::due))
                .toList();
    }

    private List<Alarm> since(List<Alarm> alarms) {
        return alarms.stream().filter(alarm -> !alarm.at().isBefore(live)).toList();
    }
}
