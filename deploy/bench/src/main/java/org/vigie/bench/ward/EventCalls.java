package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts the calls about each event that was called at all.
 *
 * @param byEvent calls that an event explains, by event
 */
record EventCalls(Map<DeteriorationTruths, List<BenchAlarm>> byEvent) {
    EventCalls {
        byEvent = Map.copyOf(byEvent);
    }

    static EventCalls of(List<CallVerdict> verdicts) {
        return new EventCalls(verdicts.stream()
                .filter(verdict -> verdict.event().isPresent())
                .collect(Collectors.groupingBy(
                        verdict -> verdict.event().orElseThrow(),
                        Collectors.mapping(CallVerdict::alarm, Collectors.toList()))));
    }

    /** Returns the mean number of calls; null when no event was called. */
    Double mean() {
        return mean(call -> true);
    }

    /**
     * Returns the mean number of calls until the first one is answered; null when no event was called, or when nobody answers.
     *
     * @param answer time from a call to its answer; zero when nobody answers
     */
    Double meanUntil(Duration answer) {
        if (answer.isZero() || byEvent.isEmpty()) {
            return null;
        }
        long calls =
                byEvent.values().stream().mapToLong(each -> until(each, answer)).sum();
        return AlarmEvaluator.round((double) calls / byEvent.size());
    }

    private static long until(List<BenchAlarm> calls, Duration answer) {
        Instant first =
                calls.stream().map(BenchAlarm::at).min(Instant::compareTo).orElseThrow();
        return calls.stream()
                .filter(call -> call.at().isBefore(first.plus(answer)))
                .count();
    }

    /** Returns the mean number of calls of each reason. */
    Map<String, Double> meanByReason() {
        Map<String, Double> means = new TreeMap<>();
        byEvent.values().stream()
                .flatMap(Collection::stream)
                .map(BenchAlarm::reason)
                .distinct()
                .forEach(reason -> means.put(reason, mean(call -> call.reason().equals(reason))));
        return means;
    }

    private Double mean(Predicate<BenchAlarm> which) {
        long calls = byEvent.values().stream()
                .flatMap(Collection::stream)
                .filter(which)
                .count();
        return byEvent.isEmpty() ? null : AlarmEvaluator.round((double) calls / byEvent.size());
    }
}
