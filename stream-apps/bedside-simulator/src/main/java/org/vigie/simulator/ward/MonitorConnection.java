package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Reading;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.simulator.patient.PatientChart;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.story.FaultSchedule;

/**
 * The line from one simulated monitor to the gateway. The monitor counts seconds from the start of the ward and sends one message in
 * each; in a back-fill one per charting round. Its place within the second and its way to the gateway are the bed's own, so that no
 * two messages of a bed arrive at the same instant.
 */
final class MonitorConnection {
    private static final String SOURCE = "simulator";
    private static final int PHASES_MS = 500;
    private static final Duration LATE_BY_MORE = Duration.ofMillis(100);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(250);

    private final SimulationPlan plan;
    private final long start;
    private final long live;
    private final String bed;
    private final FaultSchedule faults;
    private final Duration phase;
    private final Duration latency;

    MonitorConnection(SimulationPlan plan, String bed, FaultSchedule faults, RandomSeed seed) {
        this.plan = plan;
        this.start = plan.start().getEpochSecond();
        this.live = plan.liveFrom().getEpochSecond();
        this.bed = bed;
        this.faults = faults;
        this.phase = Duration.ofMillis(seed.derive("phase").below(PHASES_MS));
        this.latency = Duration.ofMillis(20 + seed.derive("latency").below(60));
    }

    /** What is read at an instant, and by whose stay; empty when nothing is sent. */
    interface BedsideSource extends Function<Instant, Optional<BedsideSource.BedsideReadings>> {
        /** One patient's readings. */
        record BedsideReadings(String stay, List<Reading> readings) {}
    }

    /** The messages that arrive in an interval, with the truth on those that are late or come twice. Not in order. */
    List<ScheduledRecord> arrivals(BedsideSource bedside, Instant after, Instant upTo, Instant fineFrom) {
        List<ScheduledRecord> events = new ArrayList<>();
        long recent = after.getEpochSecond() - 2;
        long first = Math.max(start, recent - faults.delay().toSeconds());
        for (long second = first; second <= upTo.getEpochSecond(); second++) {
            if (isSent(second, fineFrom) && (second >= recent || faults.delays(second))) {
                for (MessageArrival arrival : arrivals(second)) {
                    if (arrival.isWithin(after, upTo)) {
                        bedside.apply(arrival.sentAt()).ifPresent(sight -> add(events, arrival, sight));
                    }
                }
            }
        }
        return events;
    }

    private boolean isSent(long second, Instant fineFrom) {
        return second >= fineFrom.getEpochSecond() || (second - start) % PatientChart.ROUND.toSeconds() == 0;
    }

    /** @param trouble LATE or DUPLICATE, when it came so */
    private record MessageArrival(long second, Instant sentAt, Instant due, Optional<TruthKind> trouble) {
        boolean isWithin(Instant after, Instant upTo) {
            return due.isAfter(after) && !due.isAfter(upTo);
        }
    }

    /** How the message of one second arrives: once, late, or twice. */
    private List<MessageArrival> arrivals(long second) {
        Instant sentAt = Instant.ofEpochSecond(second).plus(phase);
        Instant due = sentAt.plus(latency);
        boolean isLive = second >= live;
        if (isLive && faults.delays(second)) {
            Instant late = due.plus(faults.delay()).plus(LATE_BY_MORE);
            return List.of(new MessageArrival(second, sentAt, late, Optional.of(TruthKind.LATE)));
        }
        MessageArrival once = new MessageArrival(second, sentAt, due, Optional.empty());
        return isLive && faults.duplicates(second)
                ? List.of(
                        once,
                        new MessageArrival(second, sentAt, due.plus(AGAIN_AFTER), Optional.of(TruthKind.DUPLICATE)))
                : List.of(once);
    }

    private void add(List<ScheduledRecord> events, MessageArrival arrival, BedsideSource.BedsideReadings sight) {
        Observation observation = observation(arrival, sight.readings());
        events.add(new ScheduledRecord(arrival.due(), bed, observation));
        arrival.trouble()
                .ifPresent(kind -> events.add(new ScheduledRecord(
                        arrival.due(), bed, truth(kind, observation.getMessageId(), sight.stay(), arrival))));
    }

    private Truth truth(TruthKind kind, String messageId, String stay, MessageArrival arrival) {
        return new Truth(
                messageId + "-" + kind, bed, stay, kind, null, arrival.sentAt(), arrival.due(), "message " + messageId);
    }

    private Observation observation(MessageArrival arrival, List<Reading> readings) {
        long sequence = sequence(arrival.second());
        String device = "monitor-" + bed;
        String id = String.join("-", device, plan.planId(), Long.toString(sequence));
        return new Observation(SOURCE, device, bed, id, sequence, arrival.sentAt(), arrival.due(), readings, List.of());
    }

    /** Rounds while in the past, seconds once live. */
    private long sequence(long second) {
        long past = Math.min(second, live) - start;
        return past / PatientChart.ROUND.toSeconds() + Math.max(0, second - live);
    }
}
