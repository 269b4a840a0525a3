package org.vigie.alerts.record;

import java.util.List;
import java.util.Optional;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.AlertLimit;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmEvent;
import org.vigie.signal.alarm.rules.UnitRules;

/** Maps the alarm limits of an event to records. */
record AlertLimitMapper(UnitRules unit) {
    /** Returns the limits with which the readings were compared. For an event about a patient's limit, it returns that limit. */
    List<AlertLimit> limits(AlarmEvent event) {
        Optional<PatientLimit> changed = event.changedLimit();
        if (changed.isPresent()) {
            return List.of(limit(changed.get()));
        }
        return event.causes().isEmpty()
                ? List.of()
                : event.concernedAlarm().map(Alarm::rule).map(this::limits).orElse(List.of());
    }

    private List<AlertLimit> limits(String name) {
        return unit.rules().rules().stream()
                .filter(rule -> rule.name().equals(name))
                .map(AlarmRule::sources)
                .flatMap(List::stream)
                .flatMap(input -> input.steps().stream().map(step -> limit(input, step)))
                .toList();
    }

    private static AlertLimit limit(RuleInput input, RuleInput.LimitStep step) {
        return new AlertLimit(
                input.variable(),
                input.side().name(),
                EnumMappings.ALARM_PRIORITY.toRecord(step.priority()),
                step.limit(),
                step.setBy());
    }

    private static AlertLimit limit(PatientLimit limit) {
        return new AlertLimit(
                limit.variable(),
                limit.side().name(),
                EnumMappings.ALARM_PRIORITY.toRecord(limit.priority()),
                limit.limit(),
                limit.by());
    }
}
