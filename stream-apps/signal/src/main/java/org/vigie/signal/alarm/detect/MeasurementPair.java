package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;

/**
 * Compares an interval measurement with a continuous one of the same quantity, such as a cuff with an arterial line.
 *
 * @param prefix {@link RuleInput#OVERDUE} or {@link RuleInput#DIFFERENCE}
 */
record MeasurementPair(String prefix, String interval, String continuous) {
    /** Longest interval of an automatic measurement. A rarer one is a nurse's round and is never overdue. Unit default. */
    private static final Duration AUTOMATIC = Duration.ofMinutes(30);
    /** Longest gap between two samples of a lasting condition. */
    private static final Duration UNBROKEN = Duration.ofHours(1);
    /** Largest age of an interval measurement that is compared with the present continuous value. */
    private static final Duration TOGETHER = Duration.ofSeconds(5);

    /** Pairs by the variable of their rule input. Only variables of rules are looked up, once for every reading. */
    private static final Map<String, MeasurementPair> BY_VARIABLE = new ConcurrentHashMap<>();

    /** @param variable variable of a rule input, such as {@code difference:nibp_mean:abp_mean} */
    static MeasurementPair of(String variable) {
        return BY_VARIABLE.computeIfAbsent(variable, MeasurementPair::parsed);
    }

    private static MeasurementPair parsed(String variable) {
        String[] parts = variable.split(":", -1);
        return new MeasurementPair(parts[0] + ":", parts[1], parts[2]);
    }

    /** Returns the value of the input; empty when it cannot be known at {@code at}. */
    Optional<Double> sample(CurrentVitals vitals, Instant at) {
        return prefix.equals(RuleInput.OVERDUE) ? overdue(vitals, at) : difference(vitals, at);
    }

    private Optional<Double> overdue(CurrentVitals vitals, Instant at) {
        return vitals.find(interval)
                .map(newest -> isAutomatic(newest) && !vitals.isFresh(continuous, at) ? late(newest, at) : 0);
    }

    /** Returns true when both known intervals are short. One measurement out of turn does not make a chart automatic. */
    private static boolean isAutomatic(CurrentValue newest) {
        return !newest.rhythm().equals(CurrentValue.UNKNOWN)
                && newest.interval().compareTo(AUTOMATIC) <= 0
                && newest.intervalBefore().compareTo(AUTOMATIC) <= 0;
    }

    /** Returns by how much the next value is late. */
    private static double late(CurrentValue newest, Instant at) {
        return Math.max(0, Duration.between(due(newest), at).toSeconds());
    }

    /** Returns when the next value is due. A measurement out of turn does not shorten the interval that is expected. */
    private static Instant due(CurrentValue newest) {
        boolean shorter = newest.interval().compareTo(newest.intervalBefore()) < 0;
        return newest.at().plus(shorter ? newest.intervalBefore() : newest.interval());
    }

    /**
     * Returns an instant before which time alone violates no limit. It holds until the next value of the interval measurement, and while
     * the continuous one stays fresh if it is fresh at {@code at}.
     *
     * @param limit smallest upper limit of the input
     */
    Instant calmUntil(CurrentVitals vitals, Instant at, double limit) {
        if (prefix.equals(RuleInput.OVERDUE)) {
            return vitals.isFresh(continuous, at)
                    ? Instant.MAX
                    : vitals.find(interval)
                            .filter(MeasurementPair::isAutomatic)
                            .map(newest -> due(newest).plusSeconds((long) limit))
                            .orElse(Instant.MAX);
        }
        boolean compared = vitals.find(interval)
                .filter(newest -> !newest.at().isBefore(at.minus(TOGETHER)))
                .isPresent();
        return compared ? at : Instant.MAX;
    }

    private Optional<Double> difference(CurrentVitals vitals, Instant at) {
        return vitals.find(interval)
                .filter(newest -> !newest.at().isBefore(at.minus(TOGETHER)))
                .flatMap(newest -> vitals.fresh(continuous, at).map(other -> Math.abs(newest.value() - other.value())));
    }

    /** Returns the longest gap between two samples of a lasting condition. */
    Duration unbroken() {
        return prefix.equals(RuleInput.OVERDUE) ? UNBROKEN : UNBROKEN.multipliedBy(2);
    }

    /** Returns the readings of both measurements that are known. */
    List<TriggeringReading> causes(CurrentVitals vitals) {
        return Stream.of(interval, continuous)
                .filter(variable -> vitals.find(variable).isPresent())
                .map(variable -> EarlyWarningSamples.cause(variable, vitals))
                .toList();
    }
}
