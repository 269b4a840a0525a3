package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Truth;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.simulator.ward.BedFeed;
import org.vigie.simulator.ward.ScheduledRecord;

/** Plays the beds of a unit through the apps and through plain thresholds, in the order in which the broker would take the records. */
final class UnitPlayback {
    private static final Duration STEP = Duration.ofMinutes(1);
    /** How often the apps look at their clock. */
    private static final Duration TICK = Duration.ofSeconds(5);

    private final List<BedFeed> beds;
    private final Instant start;
    private final Instant live;
    private final Optional<AlarmRuleCatalogue> rules;
    private final Duration response;

    /**
     * @param start of the back-fill, whose alarms are not counted
     * @param live from here on second by second
     * @param rules alarm rules; empty: the shipped ones
     * @param response time from a call to the nurse's answer; zero when nobody answers
     */
    UnitPlayback(
            List<BedFeed> beds, Instant start, Instant live, Optional<AlarmRuleCatalogue> rules, Duration response) {
        this.beds = List.copyOf(beds);
        this.start = start;
        this.live = live;
        this.rules = rules;
        this.response = response;
    }

    UnitDay play(Duration length) {
        var ledger = new LedgerAlarmReader(!response.isZero());
        var nurse = new SimulatedNurse(response);
        var plain = new ThresholdMonitor();
        List<Truth> truths = new ArrayList<>();
        long records = 0;
        try (var topologies = new TopologyChain(start, rules)) {
            beds.forEach(bed -> topologies.send(bed.staysAt(start), start));
            Instant tick = start;
            for (Instant from = start.minusMillis(1); from.isBefore(live.plus(length)); from = from.plus(STEP)) {
                for (ScheduledRecord scheduled : due(from)) {
                    if (scheduled.due().isAfter(tick.plus(TICK))) {
                        tick = scheduled.due();
                        topologies.advanceTo(tick);
                        answer(topologies, nurse, tick);
                    }
                    if (scheduled.value() instanceof Observation observation) {
                        records++;
                        plain.observe(observation);
                        topologies.send(observation, scheduled.due());
                    } else if (scheduled.value() instanceof BedStays stays) {
                        topologies.send(stays, scheduled.due());
                    } else if (scheduled.value() instanceof Truth truth) {
                        truths.add(truth);
                    }
                }
                for (Alert entry : topologies.ledger()) {
                    ledger.read(entry);
                    nurse.read(entry);
                }
            }
        }
        return UnitDay.of(
                truths,
                since(ledger.alarms()),
                since(ledger.calls()),
                since(plain.calls()),
                since(plain.urgent()),
                records);
    }

    private static void answer(TopologyChain topologies, SimulatedNurse nurse, Instant now) {
        nurse.answersUntil(now).forEach(command -> topologies.send(command, now));
    }

    private List<ScheduledRecord> due(Instant from) {
        return beds.stream()
                .flatMap(bed -> bed.events(from, from.plus(STEP), live).stream())
                .sorted(Comparator.comparing(ScheduledRecord::due))
                .toList();
    }

    private List<BenchAlarm> since(List<BenchAlarm> alarms) {
        return alarms.stream().filter(alarm -> !alarm.at().isBefore(live)).toList();
    }
}
