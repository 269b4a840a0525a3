package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChartedValues;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.Reading;

/**
 * Holds charted urine whose collection began earlier than it seemed, because a message takes back the urine before it.
 *
 * @param at when it was measured
 * @param volume in mL
 * @param before time since the urine before it, as it was known until now
 * @param nowOrNull time since the urine before that one; null when none is left
 */
record FollowingUrine(
        Instant at,
        double volume,
        Duration before,
        @Nullable Duration nowOrNull) {
    /**
     * Returns the urine that follows each urine that a message takes back, on the same channel.
     *
     * @param verdicts verdicts on the readings, in their order
     */
    static List<FollowingUrine> of(List<Reading> readings, List<StoredVerdict> verdicts, ChartedValues charted) {
        List<Reading> gone = IntStream.range(0, readings.size())
                .filter(index -> isTakenBack(readings.get(index), verdicts.get(index)))
                .mapToObj(readings::get)
                .toList();
        return gone.stream()
                .flatMap(urine -> after(urine, gone, charted).stream())
                .distinct()
                .toList();
    }

    private static boolean isTakenBack(Reading reading, StoredVerdict verdict) {
        return reading.variable().equals(VariableNames.URINE)
                && verdict.outcome() == CleaningOutcome.RETRACTED
                && !verdict.withdrawn().isEmpty();
    }

    /** Returns the next urine of the channel; empty when there is none, or when the sender charts the rate of that instant itself. */
    private static Optional<FollowingUrine> after(Reading urine, List<Reading> gone, ChartedValues charted) {
        Set<Instant> withdrawn = gone.stream()
                .filter(each -> each.channel().equals(urine.channel()))
                .map(Reading::measuredAt)
                .collect(Collectors.toSet());
        List<ReportedValue> values =
                charted.values(VariableNames.URINE, urine.channel()).toList();
        return values.stream()
                .filter(value -> value.at().isAfter(urine.measuredAt()) && !withdrawn.contains(value.at()))
                .min(Comparator.comparing(ReportedValue::at))
                .filter(next -> !charted.holds(VariableNames.URINE_RATE, next.at()))
                .map(next -> of(next, values, withdrawn));
    }

    private static FollowingUrine of(ReportedValue next, List<ReportedValue> values, Set<Instant> withdrawn) {
        Duration before = since(next, values, at -> true).orElseThrow();
        Duration now = since(next, values, at -> !withdrawn.contains(at)).orElse(null);
        return new FollowingUrine(next.at(), next.value(), before, now);
    }

    private static Optional<Duration> since(ReportedValue next, List<ReportedValue> values, Predicate<Instant> counts) {
        Stream<Instant> earlier =
                values.stream().map(ReportedValue::at).filter(at -> at.isBefore(next.at()) && counts.test(at));
        return earlier.max(Comparator.naturalOrder()).map(at -> Duration.between(at, next.at()));
    }
}
