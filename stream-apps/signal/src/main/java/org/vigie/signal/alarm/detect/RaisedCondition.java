package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.RuleInput;

/**
 * An open episode.
 *
 * @param onset event time of its first reading; with stay and rule it is the episode's identity
 * @param at event time at which it had held long enough
 * @param priority may grow while it is open
 * @param bed where it was raised
 * @param limit of the step that raised it
 */
public record RaisedCondition(Instant onset, Instant at, AlarmPriority priority, String bed, double limit) {
    /** Whether it is as urgent as it is by a limit of what it watches, not by the early-warning score. */
    boolean isByOwnLimit(List<RuleSample> sights) {
        return sights.stream()
                .flatMap(sample -> sample.source().step(priority).stream())
                .anyMatch(step -> step.limit() == limit);
    }

    RaisedCondition movedTo(RuleInput.LimitStep step) {
        return new RaisedCondition(onset, at, step.priority(), bed, step.limit());
    }

    RaisedCondition withPriority(AlarmPriority higher) {
        return new RaisedCondition(onset, at, higher, bed, limit);
    }
}
