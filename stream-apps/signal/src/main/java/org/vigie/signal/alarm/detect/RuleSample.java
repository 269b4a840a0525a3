package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.ArtefactGuard;
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
 * @param interval sampling interval of the value; zero when it is not known or does not matter
 * @param leastHold shortest delay of a limit that the value violates; more than zero when it is probably an artefact
 */
record RuleSample(
        RuleInput source, double value, double clearing, Duration unbroken, Duration interval, Duration leastHold) {
    /** Longest gap of an input for which any gap is allowed: a score, which is also evaluated when time passes, or a clock offset. */
    static final Duration ANY_GAP = Duration.ofDays(365);

    /** Creates the sample of an input that has no sampling interval. */
    RuleSample(RuleInput source, double value, double clearing, Duration unbroken) {
        this(source, value, clearing, unbroken, Duration.ZERO, Duration.ZERO);
    }

    /** Returns the sample of an input; empty when it was never measured. A stale value violates no limit, but keeps an open alarm open. */
    static Optional<RuleSample> of(RuleInput input, CurrentVitals vitals, Instant at) {
        String variable = input.variable();
        return vitals.find(variable).map(vital -> {
            double charted = ChartingResolution.round(variable, vital.value());
            double fresh = vitals.fresh(variable, at).isPresent() ? charted : Double.NaN;
            Duration unbroken = FreshnessRules.unbroken(variable, vital);
            return new RuleSample(input, fresh, charted, unbroken, vital.rhythm(), leastHold(input, vitals, at));
        });
    }

    private static Duration leastHold(RuleInput input, CurrentVitals vitals, Instant at) {
        ArtefactGuard guard = input.guardOrNull();
        return guard != null && guard.isDoubtful(vitals, at) ? guard.hold() : Duration.ZERO;
    }

    /** Returns how long the limit of a step must be violated by this value. */
    Duration hold(RuleInput.LimitStep step) {
        return leastHold.compareTo(step.hold()) > 0 ? leastHold : step.hold();
    }

    boolean violates(AlarmPriority priority) {
        return source.violates(value, priority);
    }

    /**
     * Returns true when one accepted value is enough for a step: a HIGH step whose delay is shorter than the sampling interval. Waiting for
     * the next value would delay the alarm by a whole interval.
     */
    boolean confirmsAlone(RuleInput.LimitStep step) {
        return step.priority() == AlarmPriority.HIGH && interval.compareTo(hold(step)) > 0;
    }

    boolean leaves(AlarmPriority priority) {
        return source.leaves(clearing, priority);
    }

    boolean clears() {
        return source.clears(clearing);
    }
}
