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
 * One rule at one stay: normal, pending while a limit is violated, open once that has held, normal again once it was good for long
 * enough. Readings make every step; the passing of time alone makes none.
 *
 * @param violated how long each priority's limit has been violated
 * @param good how long the value has been back beyond the hysteresis band
 * @param calmer how long it has been well away from the limit of the open episode's priority
 * @param open the raised episode, none or one
 */
public record AlarmConditionState(
        Map<AlarmPriority, ConditionSpan> violated,
        ConditionSpan good,
        ConditionSpan calmer,
        List<RaisedCondition> open) {
    /** Nothing is wrong. */
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

    /** As {@code sights} show it at {@code at}; whether that raises or clears is still to be decided. */
    AlarmConditionState see(List<RuleSample> sights, Instant at) {
        Map<AlarmPriority, ConditionSpan> runs = new EnumMap<>(AlarmPriority.class);
        for (AlarmPriority priority : AlarmPriority.values()) {
            sights.stream()
                    .filter(sample -> sample.violates(priority))
                    .findFirst()
                    .ifPresent(sample -> runs.put(
                            priority,
                            violated.getOrDefault(priority, ConditionSpan.NONE).seen(at, sample.unbroken())));
        }
        Duration unbroken = sights.get(0).unbroken();
        boolean clears = sights.stream().allMatch(RuleSample::clears);
        boolean calms =
                open.stream().anyMatch(raised -> sights.stream().allMatch(sample -> sample.leaves(raised.priority())));
        return new AlarmConditionState(
                runs,
                clears ? good.seen(at, unbroken) : ConditionSpan.NONE,
                calms ? calmer.seen(at, unbroken) : ConditionSpan.NONE,
                open);
    }

    /** Without the violations that {@code sights}, taken before a new reading, no longer show. */
    AlarmConditionState onlyWhatStillShows(List<RuleSample> sights) {
        Map<AlarmPriority, ConditionSpan> runs = new EnumMap<>(AlarmPriority.class);
        violated.forEach((priority, span) -> {
            if (sights.stream().anyMatch(sample -> sample.violates(priority))) {
                runs.put(priority, span);
            }
        });
        return new AlarmConditionState(runs, good, calmer, open);
    }

    /** The most urgent limit that has been violated for as long as its hold, and what shows it. */
    Optional<ConfirmedViolation> held(List<RuleSample> sights) {
        for (AlarmPriority priority : AlarmPriority.values()) {
            for (RuleSample sample : sights) {
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

    /** A limit whose hold is over. */
    record ConfirmedViolation(RuleInput.LimitStep step, RuleSample sight) {
        boolean isAbove(RaisedCondition raised) {
            return step.priority().isAbove(raised.priority());
        }
    }

    boolean goodFor(Duration clear) {
        return good.lasts(clear);
    }

    /** Event time of the first reading of the present violation. */
    Instant onset() {
        return violated.values().stream()
                .map(ConditionSpan::since)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /**
     * The milder limit that is still violated, once the value has been well away from the open episode's own for as long as clearing
     * takes. None for an episode that something else made as urgent as it is.
     */
    Optional<ConfirmedViolation> calmed(List<RuleSample> sights) {
        return raised().filter(raised -> raised.isByOwnLimit(sights))
                .filter(raised -> calmer.lasts(sights.get(0).source().clear()))
                .flatMap(raised -> Arrays.stream(AlarmPriority.values())
                        .filter(raised.priority()::isAbove)
                        .flatMap(priority -> sights.stream()
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
