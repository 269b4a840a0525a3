package org.vigie.cluster.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds when each canary was sent and when alert-streams answered it, by partition. An alarm of a reading goes the same way in the same time.
 */
final class CanaryAnswers {
    private final int partitions;
    private final Map<Integer, List<CanaryAnswer>> answers = new TreeMap<>();

    /** @param partitions each of them has a canary */
    CanaryAnswers(int partitions) {
        this.partitions = partitions;
    }

    /**
     * Holds one answer.
     *
     * @param sent when the gateway received the canary's message
     * @param answered when the broker took the answer of alert-streams
     */
    private record CanaryAnswer(Instant sent, Instant answered) {}

    /** Adds an answer; those of a partition come in the order in which the broker took them. */
    void add(int partition, Instant sent, Instant answered) {
        answers.computeIfAbsent(partition, unused -> new ArrayList<>()).add(new CanaryAnswer(sent, answered));
    }

    /**
     * Returns how a fault interrupted the alarms; empty while a partition has no answer to a canary that was sent after the fault.
     *
     * @param begun when the fault began
     * @param ended when it ended
     */
    Optional<AlarmInterruption> interruption(Instant begun, Instant ended) {
        List<Instant> again = answers.values().stream()
                .flatMap(each -> again(each, ended).stream())
                .toList();
        if (again.size() < partitions) {
            return Optional.empty();
        }
        Instant flowing = again.stream().max(Instant::compareTo).orElse(ended);
        Duration silent = answers.values().stream()
                .map(each -> longestSilence(each, begun, flowing))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return Optional.of(AlarmInterruption.of(Duration.between(ended, flowing), silent));
    }

    /** Returns when the first canary that was sent after a fault was answered. */
    private static Optional<Instant> again(List<CanaryAnswer> of, Instant ended) {
        return of.stream()
                .filter(answer -> !answer.sent().isBefore(ended))
                .map(CanaryAnswer::answered)
                .min(Instant::compareTo);
    }

    /** Returns the longest time between two answers of one partition, of which the later one came in this period. */
    private static Duration longestSilence(List<CanaryAnswer> of, Instant begun, Instant flowing) {
        Duration longest = Duration.ZERO;
        for (int place = 1; place < of.size(); place++) {
            Instant later = of.get(place).answered();
            Duration silence = Duration.between(of.get(place - 1).answered(), later);
            boolean isInPeriod = !later.isBefore(begun) && !later.isAfter(flowing);
            longest = isInPeriod && silence.compareTo(longest) > 0 ? silence : longest;
        }
        return longest;
    }
}
