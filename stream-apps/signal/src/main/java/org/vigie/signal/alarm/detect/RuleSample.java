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
 * What one source of a rule shows at one instant.
 *
 * @param value charted: what may raise; not a number when stale
 * @param clearing charted: what may clear; differs from {@code value} when a part of a score has gone silent
 * @param unbroken the longest gap since the reading before that still counts as unbroken watching
 */
record RuleSample(RuleInput source, double value, double clearing, Duration unbroken) {
    /** A stale value violates nothing, but holds an open alarm open. None for what was never measured. */
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
