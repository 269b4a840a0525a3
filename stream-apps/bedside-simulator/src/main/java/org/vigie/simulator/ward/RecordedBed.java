package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.Truth;

/**
 * Plays one recording on a bed.
 *
 * <p>An hourly chart has two parts. The first three quarters (all but 12 hours of a long one) are sent as the past at their true spacing.
 * The rest is played live at the plan's pace, again and again. A recording with one row per second has no past: it is played live at its
 * own pace, again and again.
 */
final class RecordedBed implements BedFeed {
    private static final Duration LONGEST_REST = Duration.ofHours(12);
    private static final Duration LATENCY = Duration.ofMillis(40);
    /** Time between two rows of the same instant. */
    private static final Duration NEXT = Duration.ofMillis(5);

    private final SimulationPlan plan;
    private final String bed;
    private final StayRecording recording;
    private final Instant admittedAt;
    private final List<TimedRow> past = new ArrayList<>();
    private final List<TimedRow> rest = new ArrayList<>();
    private final Duration round;

    /**
     * Holds one row of the recording with the time at which it is played.
     *
     * @param at time relative to going live for a row of the past; relative to the start of a round for a row of the rest
     */
    private record TimedRow(RecordedRow row, Duration at, Duration arrival) {}

    RecordedBed(SimulationPlan plan, String bed, StayRecording recording) {
        this.plan = plan;
        this.bed = bed;
        this.recording = recording;
        Duration cut = recording.continuous() ? Duration.ZERO : cut(recording.length());
        double pace = recording.continuous() ? 1 : plan.pace();
        admittedAt = plan.liveFrom().minus(cut);
        round = slower(recording.length().minus(cut), pace).plusSeconds(1);
        Duration before = Duration.ofSeconds(-1);
        Duration extra = Duration.ZERO;
        for (RecordedRow row : recording.rows()) {
            extra = row.at().equals(before) ? extra.plus(NEXT) : Duration.ZERO;
            before = row.at();
            Duration since = row.at().minus(cut);
            if (since.isNegative()) {
                past.add(new TimedRow(row, since, since.plus(LATENCY).plus(extra)));
            } else {
                Duration played = slower(since, pace);
                rest.add(new TimedRow(row, played, played.plus(LATENCY).plus(extra)));
            }
        }
        past.removeIf(row -> plan.liveFrom().plus(row.at()).isBefore(plan.start()));
    }

    private static Duration cut(Duration length) {
        Duration quarter = length.dividedBy(4);
        return length.minus(quarter.compareTo(LONGEST_REST) < 0 ? quarter : LONGEST_REST);
    }

    private static Duration slower(Duration recorded, double pace) {
        return Duration.ofMillis(Math.round(recorded.toMillis() / pace));
    }

    @Override
    public String bed() {
        return bed;
    }

    @Override
    public BedStays staysAt(Instant at) {
        RecordedPatient person = recording.person();
        return new BedStays(
                bed,
                List.of(new Stay(
                        recording.id(),
                        recording.id(),
                        bed,
                        admittedAt,
                        null,
                        admittedAt,
                        person.age(),
                        person.sex(),
                        person.heightCm(),
                        person.weightKg(),
                        person.unitKind(),
                        "")));
    }

    @Override
    public List<Truth> deteriorations(Instant from, Instant until) {
        return List.of();
    }

    @Override
    public List<ScheduledRecord> events(Instant after, Instant upTo, Instant fineFrom) {
        List<ScheduledRecord> events = new ArrayList<>();
        addRows(events, past, plan.liveFrom(), 0, after, upTo);
        // A recording pauses while the ward is down for long.
        Instant from = after.isBefore(fineFrom) ? fineFrom.minusMillis(1) : after;
        long first = Math.max(0, Duration.between(plan.liveFrom(), from).toMillis() / round.toMillis() - 1);
        for (long turn = first; !begin(turn).isAfter(upTo); turn++) {
            addRows(events, rest, begin(turn), past.size() + turn * rest.size(), from, upTo);
        }
        return events;
    }

    private Instant begin(long turn) {
        return plan.liveFrom().plus(round.multipliedBy(turn));
    }

    private void addRows(
            List<ScheduledRecord> events,
            List<TimedRow> rows,
            Instant begin,
            long sequence,
            Instant after,
            Instant upTo) {
        for (int place = firstAfter(rows, Duration.between(begin, after)); place < rows.size(); place++) {
            TimedRow timed = rows.get(place);
            Instant due = begin.plus(timed.arrival());
            if (due.isAfter(upTo)) {
                return;
            }
            events.add(new ScheduledRecord(
                    due, bed, observation(timed.row(), begin.plus(timed.at()), due, sequence + place)));
        }
    }

    /** Returns the first row that arrives after {@code since}. The rows are sorted by arrival. */
    private static int firstAfter(List<TimedRow> rows, Duration since) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).arrival().compareTo(since) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Observation observation(RecordedRow row, Instant at, Instant due, long sequence) {
        String device = recording.source() + "-" + bed;
        String id = String.join("-", device, plan.planId(), Long.toString(sequence));
        List<ReadingRecord> readings =
                row.values().stream().map(value -> value.reading(at)).toList();
        return new Observation(recording.source(), device, bed, id, sequence, at, due, readings, List.of());
    }
}
