package org.vigie.signal.alarm.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.vitals.CurrentVitals;

/**
 * Finds the measurement that shows that an alarm is still true. A charted value counts as current for hours, but it says nothing about the
 * patient since the last call.
 */
record NewerMeasurementCheck(AlarmRuleSet rules, CurrentVitals vitals) {
    /**
     * Returns the time of the first known value after {@code since}. It is empty when the newest value is not newer, is not fresh at {@code
     * now}, or no longer holds the alarm.
     *
     * @param since last call or its answer
     */
    Optional<Instant> measuredAfter(Instant since, Alarm alarm, Instant now) {
        return limitRule(alarm)
                .map(rule -> holding(rule, alarm, now))
                .orElseGet(() -> causes(alarm))
                .flatMap(variable -> measuredAfter(since, variable, now).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<AlarmRule> limitRule(Alarm alarm) {
        return rules.of(AlarmRuleKind.LIMIT).stream()
                .filter(rule -> rule.name().equals(alarm.rule()))
                .findFirst();
    }

    /** Returns the variables that hold the alarm, of the device that the rule uses: the first one with a fresh value. */
    private Stream<String> holding(AlarmRule rule, Alarm alarm, Instant now) {
        return rule.sources().stream()
                .filter(source -> vitals.isFresh(source.variable(), now))
                .findFirst()
                .map(first -> rule.of(first.device()))
                .orElse(List.of())
                .stream()
                .filter(source -> holds(source, alarm, vitals.charted(source.variable())))
                .map(RuleInput::variable);
    }

    /** Returns true when a value is not back inside the hysteresis band. A score can give an alarm a priority without a limit. */
    private static boolean holds(RuleInput source, Alarm alarm, double charted) {
        return source.step(alarm.priority()).isPresent()
                ? !source.leaves(charted, alarm.priority())
                : !source.clears(charted);
    }

    /** Returns the variables behind an alarm of a trend or a score, whose own value is computed. */
    private static Stream<String> causes(Alarm alarm) {
        return alarm.finding().causes().stream().map(TriggeringReading::variable);
    }

    private Optional<Instant> measuredAfter(Instant since, String variable, Instant now) {
        return vitals.fresh(variable, now)
                .flatMap(value -> Stream.of(value.at().minus(value.interval()), value.at())
                        .filter(since::isBefore)
                        .findFirst());
    }
}
