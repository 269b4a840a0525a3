package org.vigie.alerts.record;

import java.time.Duration;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmEvent;
import org.vigie.signal.alarm.event.AlarmFinding;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.event.StayContext;

/** Maps the alarm that an event concerns to the fields of its record. */
record AlarmFieldMapper(AlarmTrigger trigger) {
    /** Returns the fields of the event's alarm. For an event without an alarm, the fields {@code alert} and {@code rule} are empty. */
    Alert.Builder fields(AlarmEvent event) {
        return event.concernedAlarm().map(this::fields).orElseGet(() -> fieldsWithoutAlarm(event));
    }

    Alert.Builder fields(Alarm alarm) {
        AlarmFinding finding = alarm.finding();
        return Alert.newBuilder()
                .setAlert(alarm.id().digest())
                .setStay(alarm.id().stay())
                .setBed(alarm.bed())
                .setRule(alarm.rule())
                .setRuleVersion(finding.ruleVersion())
                .setKind(kind(alarm.kind()))
                .setPriority(EnumMappings.ALARM_PRIORITY.toRecord(alarm.priority()))
                .setOnset(alarm.id().onset())
                .setRaisedAt(alarm.raisedAt())
                .setValue(Double.isNaN(finding.value()) ? null : finding.value())
                .setLimit(Double.isNaN(finding.limit()) ? null : finding.limit())
                .setConditionDelayMs(
                        Duration.between(alarm.id().onset(), alarm.raisedAt()).toMillis())
                .setCausePublishedAt(trigger.published());
    }

    private Alert.Builder fieldsWithoutAlarm(AlarmEvent event) {
        StayContext context = event.context();
        var id = new AlarmId(context.stay(), "", event.at());
        var finding = AlarmFinding.withoutValue(context.ruleVersion());
        return fields(new Alarm(id, AlarmRuleKind.TECHNICAL, AlarmPriority.LOW, context.bed(), event.at(), finding))
                .setAlert("");
    }

    private static AlertKind kind(AlarmRuleKind kind) {
        return switch (kind) {
            case TECHNICAL -> AlertKind.TECHNICAL;
            case RISK -> AlertKind.PREDICTED;
            default -> AlertKind.PHYSIOLOGICAL;
        };
    }
}
