package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.RuleInput;

/**
 * State of one rule at one stay: normal, pending while a limit is violated, open after the delay, and normal again after the clearing time.
 *
 * <p>Only readings change the state. Time alone does not.
 *
 * @param violated for each priority, the span in which its limit has been violated
 * @param good span in which the value has been back inside the hysteresis band
 * @param calmer span in which the value has been well inside the limit of the open episode's priority
 * @param open raised episode; empty or one element
 */
public record AlarmConditionState(
        Map<AlarmPriority, ConditionSpan> violated,
        ConditionSpan good,
        ConditionSpan calmer,
        List<RaisedCondition> open) {
    /** State without a violation. */
    public static final AlarmConditionState NORMAL =
            new AlarmConditionState(Map.of(), ConditionSpan.NONE, ConditionSpan.NONE, List.of());

    public AlarmConditionState {
        violated = Map.copyOf(violated);
        open = List.copyOf(open);
    }

    public Optional<RaisedCondition> raised() {
        return open.stream().findFirst();
    }

    public boolean isNormal() {
        return violated.isEmpty() && open.isEmpty();
    }

    /** Returns the state after the samples at {@code at}. Raising and clearing are decided later. */
    AlarmConditionState see(List<RuleSample> samples, Instant at) {
        Map<AlarmPriority, ConditionSpan> runs = new EnumMap<>(AlarmPriority.class);
        for (AlarmPriority priority : AlarmPriority.values()) {
            samples.stream()
                    .filter(sample -> sample.violates(priority))
                    .findFirst()
                    .ifPresent(sample -> runs.put(
                            priority,
                            violated.getOrDefault(priority, ConditionSpan.NONE).seen(at, sample.unbroken())));
        }
        Duration unbroken = samples.get(0).unbroken();
        boolean clears = samples.stream().allMatch(RuleSample::clears);
        boolean isCalmer =
                open.stream().anyMatch(raised -> samples.stream().allMatch(sample -> sample.leaves(raised.priority())));
        return new AlarmConditionState(
                runs,
                clears ? good.seen(at, unbroken) : ConditionSpan.NONE,
                isCalmer ? calmer.seen(at, unbroken) : ConditionSpan.NONE,
                open);
    }

    /** Returns the state without the violations that the samples no longer show. The samples are taken before a new reading. */
    AlarmConditionState onlyWhatStillShows(List<RuleSample> samples) {
        Map<AlarmPriority, ConditionSpan> runs = new EnumMap<>(AlarmPriority.class);
        violated.forEach((priority, span) -> {
            if (samples.stream().anyMatch(sample -> sample.violates(priority))) {
                runs.put(priority, span);
            }
        });
        return new AlarmConditionState(runs, good, calmer, open);
    }

    /** Returns the most urgent limit that has been violated for its whole delay, with the sample that shows it. */
    Optional<ConfirmedViolation> held(List<RuleSample> samples) {
        for (AlarmPriority priority : AlarmPriority.values()) {
            for (RuleSample sample : samples) {
                Optional<ConfirmedViolation> held = sample.source()
                        .step(priority)
                        .filter(step -> sample.violates(priority) && lasts(priority, step.hold()))
                        .map(step -> new ConfirmedViolation(step, sample));
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    private boolean lasts(AlarmPriority priority, Duration hold) {
        ConditionSpan span = violated.get(priority);
        return span != null && span.lasts(hold);
    }

    /** A violated limit whose delay has passed. */
    record ConfirmedViolation(RuleInput.LimitStep step, RuleSample sight) {
        boolean isAbove(RaisedCondition raised) {
            return step.priority().isAbove(raised.priority());
        }
    }

    boolean goodFor(Duration clear) {
        return good.lasts(clear);
    }

    /** Returns the event time of the first reading of the present violation. */
    Instant onset() {
        return violated.values().stream()
                .map(ConditionSpan::since)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /**
     * Returns the milder limit that is still violated. The value must have been well inside the open episode's own limit for the clearing
     * time. It is empty when another rule set the priority of the episode.
     */
    Optional<ConfirmedViolation> calmed(List<RuleSample> samples) {
        return raised().filter(raised -> raised.isByOwnLimit(samples))
                .filter(raised -> calmer.lasts(samples.get(0).source().clear()))
                .flatMap(raised -> Arrays.stream(AlarmPriority.values())
                        .filter(raised.priority()::isAbove)
                        .flatMap(priority -> samples.stream()
                                .filter(sample -> sample.violates(priority))
                                .map(sample -> new ConfirmedViolation(
                                        sample.source().step(priority).orElseThrow(), sample)))
                        .findFirst());
    }

    AlarmConditionState with(RaisedCondition raised) {
        return new AlarmConditionState(violated, good, calmer, List.of(raised));
    }

    AlarmConditionState downgraded(RaisedCondition raised) {
        return new AlarmConditionState(violated, good, ConditionSpan.NONE, List.of(raised));
    }
}
