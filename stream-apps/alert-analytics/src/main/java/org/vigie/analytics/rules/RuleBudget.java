package org.vigie.analytics.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.PromisedCallRate;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.RuleTrialPromise;

/**
 * Counts the calls of each unit since published rules came into force, and says when they come faster than the trial of the rules promised.
 * Calls come in groups, so a unit may be called more often than promised by half and by three standard deviations of a Poisson count.
 */
final class RuleBudget {
    /** Fewer calls prove nothing. Unit default, to be set locally. */
    private static final int LEAST_CALLS = 10;

    private static final double MORE_THAN_PROMISED = 1.5;
    private static final double DEVIATIONS = 3;

    /** Rules that held for so long are no longer watched. Unit default, to be set locally. */
    private static final Duration WATCHED = Duration.ofDays(1);

    private static final double MS_PER_HOUR = 3_600_000;

    private final RulePublication publication;
    private final Map<String, Map<String, Integer>> callsByUnit = new HashMap<>();

    /** @param publication newest publication of the ward */
    RuleBudget(RulePublication publication) {
        this.publication = publication;
    }

    RulePublication publication() {
        return publication;
    }

    /** Takes the newest state of an alarm. Returns how the unit is called more often than promised; empty when it is not. */
    Optional<String> take(AlarmEpisode alarm) {
        RuleTrialPromise trial = publication.getTrial();
        if (trial == null || !isWatched(alarm)) {
            return Optional.empty();
        }
        Map<String, Integer> calls = callsByUnit.computeIfAbsent(alarm.getUnit(), unit -> new HashMap<>());
        calls.put(alarm.getAlert(), calls(alarm));
        int all = calls.values().stream().mapToInt(Integer::intValue).sum();
        return exceeded(alarm, all, promised(trial, alarm.getUnit()));
    }

    private boolean isWatched(AlarmEpisode alarm) {
        Instant begin = publication.getInForceFrom();
        return alarm.getKind() != AlertKind.PREDICTED
                && !alarm.getRaisedAt().isBefore(begin)
                && calledAt(alarm).isBefore(begin.plus(WATCHED));
    }

    private Optional<String> exceeded(AlarmEpisode alarm, int calls, double promised) {
        Duration inForce = Duration.between(publication.getInForceFrom(), calledAt(alarm));
        double expected = promised * inForce.toMillis() / MS_PER_HOUR;
        boolean tooMany =
                calls >= LEAST_CALLS && calls > MORE_THAN_PROMISED * expected + DEVIATIONS * Math.sqrt(expected);
        return tooMany
                ? Optional.of("%s had %d calls in %d min of the rules %s; their trial promised %.1f calls an hour"
                        .formatted(alarm.getUnit(), calls, inForce.toMinutes() + 1, publication.getVersion(), promised))
                : Optional.empty();
    }

    private static double promised(RuleTrialPromise trial, String unit) {
        return trial.getUnits().stream()
                .filter(each -> each.getUnit().equals(unit))
                .mapToDouble(PromisedCallRate::getCallsPerHour)
                .findFirst()
                .orElse(0);
    }

    private static Instant calledAt(AlarmEpisode alarm) {
        return Objects.requireNonNullElse(alarm.getCalledAt(), alarm.getRaisedAt());
    }

    /** Returns how often people were called for an alarm. An alarm without an incident called once at least. */
    private static int calls(AlarmEpisode alarm) {
        return alarm.getIncident().isEmpty() ? Math.max(1, alarm.getCalls()) : alarm.getCalls();
    }
}
