package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.signal.earlywarning.Chart;
import org.vigie.signal.earlywarning.Freshness;
import org.vigie.signal.earlywarning.Vitals;

/**
 * What one source of a rule shows at one instant.
 *
 * @param value charted: what may raise; not a number when stale
 * @param clearing charted: what may clear; differs from {@code value} when a part of a score has gone silent
 * @param unbroken the longest gap since the reading before that still counts as unbroken watching
 */
record Sight(Source source, double value, double clearing, Duration unbroken) {
    /** A stale value violates nothing, but holds an open alarm open. None for what was never measured. */
    static Optional<Sight> of(Source source, Vitals vitals, Instant at) {
        String variable = source.variable();
        return vitals.find(variable).map(vital -> {
            double charted = Chart.round(variable, vital.value());
            double fresh = vitals.fresh(variable, at).isPresent() ? charted : Double.NaN;
            return new Sight(source, fresh, charted, Freshness.unbroken(variable, vital));
        });
    }

    boolean violates(Priority priority) {
        return source.violates(value, priority);
    }

    boolean leaves(Priority priority) {
        return source.leaves(clearing, priority);
    }

    boolean clears() {
        return source.clears(clearing);
    }
}
