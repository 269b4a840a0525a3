package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.vitals.ChartingResolution;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.FreshnessRules;

/**
 * Holds the value of one rule input at one instant.
 *
 * @param value value at charting resolution that may raise; NaN when stale
 * @param clearing value at charting resolution that may clear; it differs from {@code value} when an input of a score is stale
 * @param unbroken longest gap before this reading that still counts as continuous monitoring
 */
record RuleSample(RuleInput source, double value, double clearing, Duration unbroken) {
    /** Longest gap of an input for which any gap is allowed: a score, which is also evaluated when time passes, or a clock offset. */
    static final Duration ANY_GAP = Duration.ofDays(365);

    /** Returns the sample of an input; empty when it was never measured. A stale value violates no limit, but keeps an open alarm open. */
    static Optional<RuleSample> of(RuleInput input, CurrentVitals vitals, Instant at) {
        String variable = input.variable();
        return vitals.find(variable).map(vital -> {
            double charted = ChartingResolution.round(variable, vital.value());
            double fresh = vitals.fresh(variable, at).isPresent() ? charted : Double.NaN;
            return new RuleSample(input, fresh, charted, FreshnessRules.unbroken(variable, vital));
        });
    }

    boolean violates(AlarmPriority priority) {
        return source.violates(value, priority);
    }

    boolean leaves(AlarmPriority priority) {
        return source.leaves(clearing, priority);
    }

    boolean clears() {
        return source.clears(clearing);
    }
}
