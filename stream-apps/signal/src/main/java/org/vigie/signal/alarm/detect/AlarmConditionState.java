package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.RuleInput;

/**
 * Holds the state of one rule at one stay. It is pending while a limit is violated, open after the delay, and normal after the clearing time.
 *
 * <p>Only readings change the state. Time alone does not.
 *
 * @param violated for each priority, the span in which its limit has been violated
 * @param clearing span in which the value has been back inside the hysteresis band
 * @param easing span in which the value has been well inside the limit of the raised condition's priority
 * @param raisedOrNull raised condition; null while no alarm is open
 */
public record AlarmConditionState(
        Map<AlarmPriority, ConditionSpan> violated,
        ConditionSpan clearing,
        ConditionSpan easing,
        @Nullable RaisedCondition raisedOrNull) {
    /** State without a violation. */
    public static final AlarmConditionState NORMAL =
            new AlarmConditionState(Map.of(), ConditionSpan.NONE, ConditionSpan.NONE, null);

    public AlarmConditionState {
        violated = Map.copyOf(violated);
    }

    public Optional<RaisedCondition> raised() {
        return Optional.ofNullable(raisedOrNull);
    }

    public boolean isNormal() {
        return violated.isEmpty() && raisedOrNull == null;
    }

    /** Returns true when a limit of more than a low priority is violated. */
    boolean isPendingAboveLow() {
        return violated.containsKey(AlarmPriority.HIGH) || violated.containsKey(AlarmPriority.MEDIUM);
    }

    /** Returns the state after the samples at {@code at}. Raising and clearing are decided later. */
    AlarmConditionState after(List<RuleSample> samples, Instant at) {
        Map<AlarmPriority, ConditionSpan> runs = new EnumMap<>(AlarmPriority.class);
        for (AlarmPriority priority : AlarmPriority.values()) {
            samples.stream()
                    .filter(sample -> sample.violates(priority))
                    .findFirst()
                    .ifPresent(sample -> runs.put(
                            priority,
                            violated.getOrDefault(priority, ConditionSpan.NONE).extendedTo(at, sample.unbroken())));
        }
        Duration unbroken = samples.get(0).unbroken();
        boolean clears = samples.stream().allMatch(RuleSample::clears);
        boolean eases =
                raisedOrNull != null && samples.stream().allMatch(sample -> sample.leaves(raisedOrNull.priority()));
        return new AlarmConditionState(
                runs,
                clears ? clearing.extendedTo(at, unbroken) : ConditionSpan.NONE,
                eases ? easing.extendedTo(at, unbroken) : ConditionSpan.NONE,
                raisedOrNull);
    }

    /** Returns the state without the violations that the samples no longer show. The samples are taken before a new reading. */
    AlarmConditionState withoutEndedViolations(List<RuleSample> samples) {
        Map<AlarmPriority, ConditionSpan> runs = new EnumMap<>(AlarmPriority.class);
        violated.forEach((priority, span) -> {
            if (samples.stream().anyMatch(sample -> sample.violates(priority))) {
                runs.put(priority, span);
            }
        });
        return new AlarmConditionState(runs, clearing, easing, raisedOrNull);
    }

    /** Returns the most urgent limit that has been violated for its whole delay, with the sample that shows it. */
    Optional<ConfirmedViolation> confirmed(List<RuleSample> samples) {
        for (AlarmPriority priority : AlarmPriority.values()) {
            for (RuleSample sample : samples) {
                Optional<ConfirmedViolation> confirmed = sample.source()
                        .step(priority)
                        .filter(step -> sample.violates(priority)
                                && (lasts(priority, sample.hold(step)) || sample.confirmsAlone(step)))
                        .map(step -> new ConfirmedViolation(step, sample));
                if (confirmed.isPresent()) {
                    return confirmed;
                }
            }
        }
        return Optional.empty();
    }

    private boolean lasts(AlarmPriority priority, Duration hold) {
        ConditionSpan span = violated.get(priority);
        return span != null && span.lasts(hold);
    }

    /** Describes a violated limit whose delay has passed. */
    record ConfirmedViolation(RuleInput.LimitStep step, RuleSample sample) {
        boolean isAbove(RaisedCondition raised) {
            return step.priority().isAbove(raised.priority());
        }

        /** Returns true when the violation calls beside a raised condition, because it is more urgent or because only a score was. */
        boolean callsBeside(RaisedCondition raised) {
            return isAbove(raised) || (step.priority() == raised.priority() && isByMilderLimit(raised));
        }

        /** Returns true when a milder limit raised the condition, and a score gave it its priority. */
        private boolean isByMilderLimit(RaisedCondition raised) {
            return sample.source().steps().stream()
                    .anyMatch(
                            milder -> raised.priority().isAbove(milder.priority()) && milder.limit() == raised.limit());
        }
    }

    boolean isClearFor(Duration time) {
        return clearing.lasts(time);
    }

    /** Returns the event time of the first reading of the present violation. */
    Instant onset() {
        return violated.values().stream()
                .map(ConditionSpan::since)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /**
     * Returns the milder limit that is still violated. The value must have been well inside the raised condition's own limit for the clearing
     * time. It is empty when another rule set the priority.
     */
    Optional<ConfirmedViolation> eased(List<RuleSample> samples) {
        return raised().filter(raised -> raised.isByOwnLimit(samples))
                .filter(raised -> easing.lasts(samples.get(0).source().clear()))
                .flatMap(raised -> Arrays.stream(AlarmPriority.values())
                        .filter(raised.priority()::isAbove)
                        .flatMap(priority -> samples.stream()
                                .filter(sample -> sample.violates(priority))
                                .map(sample -> new ConfirmedViolation(
                                        sample.source().step(priority).orElseThrow(), sample)))
                        .findFirst());
    }

    AlarmConditionState with(RaisedCondition raised) {
        return new AlarmConditionState(violated, clearing, easing, raised);
    }

    AlarmConditionState downgradedTo(RaisedCondition raised) {
        return new AlarmConditionState(violated, clearing, ConditionSpan.NONE, raised);
    }
}
