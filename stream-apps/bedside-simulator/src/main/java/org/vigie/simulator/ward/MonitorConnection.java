package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.simulator.patient.PatientChart;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.story.FaultSchedule;

/**
 * Simulates the connection from one monitor to the gateway.
 *
 * <p>The monitor counts seconds from the start of the ward and sends one message per second; in a back-fill one per charting round. Each
 * bed has its own offset within the second and its own latency. No two messages of a bed therefore arrive at the same instant.
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

    /** Gives the readings and the stay at an instant; empty when the bed sends nothing. */
    interface BedsideSource extends Function<Instant, Optional<BedsideSource.BedsideReadings>> {
        /** Holds the readings of one patient with the patient's stay. */
        record BedsideReadings(String stay, List<ReadingRecord> readings) {}
    }

    /** Returns the messages that arrive in an interval, with a truth for each late or duplicate message. They are not sorted. */
    List<ScheduledRecord> arrivals(BedsideSource bedside, Instant after, Instant upTo, Instant fineFrom) {
        List<ScheduledRecord> events = new ArrayList<>();
        long recent = after.getEpochSecond() - 2;
        long first = Math.max(start, recent - faults.delay().toSeconds());
        for (long second = first; second <= upTo.getEpochSecond(); second++) {
            if (isSent(second, fineFrom) && (second >= recent || faults.delays(second))) {
                for (MessageArrival arrival : arrivals(second)) {
                    if (arrival.isWithin(after, upTo)) {
                        bedside.apply(arrival.sentAt()).ifPresent(sent -> add(events, arrival, sent));
                    }
                }
            }
        }
        return events;
    }

    private boolean isSent(long second, Instant fineFrom) {
        return second >= fineFrom.getEpochSecond() || (second - start) % PatientChart.ROUND.toSeconds() == 0;
    }

    /** Returns the arrivals of the message of one second: once, late, or twice. */
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

    private void add(List<ScheduledRecord> events, MessageArrival arrival, BedsideSource.BedsideReadings sent) {
        Observation observation = observation(arrival, sent.readings());
        events.add(new ScheduledRecord(arrival.due(), bed, observation));
        arrival.trouble()
                .ifPresent(kind -> events.add(new ScheduledRecord(
                        arrival.due(), bed, truth(kind, observation.getMessageId(), sent.stay(), arrival))));
    }

    private Truth truth(TruthKind kind, String messageId, String stay, MessageArrival arrival) {
        return new Truth(
                messageId + "-" + kind, bed, stay, kind, null, arrival.sentAt(), arrival.due(), "message " + messageId);
    }

    private Observation observation(MessageArrival arrival, List<ReadingRecord> readings) {
        long sequence = sequence(arrival.second());
        String device = "monitor-" + bed;
        String id = String.join("-", device, plan.planId(), Long.toString(sequence));
        return new Observation(SOURCE, device, bed, id, sequence, arrival.sentAt(), arrival.due(), readings, List.of());
    }

    /** Counts charting rounds in the back-fill and seconds once live. */
    private long sequence(long second) {
        long past = Math.min(second, live) - start;
        return past / PatientChart.ROUND.toSeconds() + Math.max(0, second - live);
    }
}
