package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.ChartedValues;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.Reading;

/**
 * Holds what a device charted for the same stay before the urine of a message.
 *
 * @param weight newest body weight in kg; NaN when none is known
 * @param intervals for each urine of the message, the time since the urine before it
 * @param following urine that follows one that the message takes back
 */
record EarlierUrine(double weight, List<UrineInterval> intervals, List<FollowingUrine> following) {
    /** Stands for a message without urine. */
    static final EarlierUrine NONE = new EarlierUrine(Double.NaN, List.of(), List.of());

    EarlierUrine {
        intervals = List.copyOf(intervals);
        following = List.copyOf(following);
    }

    /** Holds how long the urine of one measurement was collected. */
    record UrineInterval(String channel, Instant at, Duration collected) {}

    /** @param verdicts verdicts on the readings, in their order */
    static EarlierUrine of(List<Reading> readings, List<StoredVerdict> verdicts, ChartedValues before) {
        return holdsUrine(readings) ? ofUrine(readings, verdicts, before) : NONE;
    }

    private static boolean holdsUrine(List<Reading> readings) {
        for (Reading reading : readings) {
            if (reading.variable().equals(VariableNames.URINE)) {
                return true;
            }
        }
        return false;
    }

    private static EarlierUrine ofUrine(List<Reading> readings, List<StoredVerdict> verdicts, ChartedValues before) {
        List<UrineInterval> intervals = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.variable().equals(VariableNames.URINE)) {
                instants(reading, readings, verdicts, before)
                        .filter(at -> at.isBefore(reading.measuredAt()))
                        .max(Comparator.naturalOrder())
                        .map(at -> interval(reading, at))
                        .ifPresent(intervals::add);
            }
        }
        List<FollowingUrine> following = FollowingUrine.of(readings, verdicts, before);
        return new EarlierUrine(weight(before), intervals, following);
    }

    private static double weight(ChartedValues before) {
        return before.newest(VariableNames.WEIGHT).orElse(Double.NaN);
    }

    private static UrineInterval interval(Reading urine, Instant earlier) {
        return new UrineInterval(urine.channel(), urine.measuredAt(), Duration.between(earlier, urine.measuredAt()));
    }

    /** Returns the instants of the channel's urine: those that the device charted earlier, and those of the message. */
    private static Stream<Instant> instants(
            Reading urine, List<Reading> readings, List<StoredVerdict> verdicts, ChartedValues before) {
        Stream<Instant> sent = IntStream.range(0, readings.size())
                .filter(index -> verdicts.get(index).outcome() == CleaningOutcome.KEPT)
                .mapToObj(readings::get)
                .filter(other -> other.variable().equals(urine.variable())
                        && other.channel().equals(urine.channel()))
                .map(Reading::measuredAt)
                .filter(before.stay()::contains);
        return Stream.concat(sent, before.instants(urine.variable(), urine.channel()));
    }

    boolean isEmpty() {
        return intervals.isEmpty() && following.isEmpty();
    }

    /** Returns how long the urine of one measurement was collected; empty when none was measured before. */
    Optional<Duration> collected(String channel, Instant at) {
        return intervals.stream()
                .filter(interval ->
                        interval.channel().equals(channel) && interval.at().equals(at))
                .map(UrineInterval::collected)
                .findFirst();
    }
}
