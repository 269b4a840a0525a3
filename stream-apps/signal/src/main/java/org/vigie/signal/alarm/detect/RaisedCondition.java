package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.RuleInput;

/**
 * Describes a raised alarm condition.
 *
 * @param onset event time of its first reading; with stay and rule it identifies the alarm
 * @param at event time at which the delay had passed
 * @param priority priority, which may rise while the alarm is open
 * @param bed bed at which the alarm was raised
 * @param limit limit of the step that raised it
 */
public record RaisedCondition(Instant onset, Instant at, AlarmPriority priority, String bed, double limit) {
    static RaisedCondition by(RuleInput.LimitStep step, Instant onset, Instant at, String bed) {
        return new RaisedCondition(onset, at, step.priority(), bed, step.limit());
    }

    /** Returns true when a limit of the rule itself set the priority, and not the early-warning score. */
    boolean isByOwnLimit(List<RuleSample> samples) {
        return samples.stream()
                .flatMap(sample -> sample.source().step(priority).stream())
                .anyMatch(step -> step.limit() == limit);
    }

    RaisedCondition movedTo(RuleInput.LimitStep step) {
        return new RaisedCondition(onset, at, step.priority(), bed, step.limit());
    }

    /** Returns the condition as one that is raised for another bed. It is another alarm, so its onset is the next millisecond. */
    RaisedCondition onBed(String otherBed) {
        return new RaisedCondition(onset.plusMillis(1), at, priority, otherBed, limit);
    }

    RaisedCondition withPriority(AlarmPriority higher) {
        return new RaisedCondition(onset, at, higher, bed, limit);
    }
}
