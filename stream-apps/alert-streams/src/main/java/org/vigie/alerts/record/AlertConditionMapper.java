package org.vigie.alerts.record;

import java.util.Optional;
import org.vigie.schemas.AlertCondition;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;
import org.vigie.signal.alarm.lifecycle.AlarmHandling;
import org.vigie.signal.alarm.lifecycle.AlarmStateAfter;

/** Maps what was done about an open alarm to its record. */
final class AlertConditionMapper {
    private AlertConditionMapper() {}

    /** Returns the record; empty when the alarm is not open. */
    static Optional<AlertCondition> condition(AlarmStateAfter state) {
        return state.openAlarm().map(openAlarm -> condition(openAlarm.handling(), state));
    }

    private static AlertCondition condition(AlarmHandling handling, AlarmStateAfter state) {
        Optional<AlarmAcknowledgement> acknowledgement = handling.acknowledgement();
        return AlertCondition.newBuilder()
                .setVersion(handling.version())
                .setAcknowledgedBy(acknowledgement.map(AlarmAcknowledgement::by).orElse(null))
                .setAcknowledgedAt(acknowledgement.map(AlarmAcknowledgement::at).orElse(null))
                .setAudioPausedUntil(handling.pauseEndOrNull())
                .setShelvedUntil(state.shelfEndOrNull())
                .setEscalationStep(handling.escalation().steps())
                .setEscalatedTo(handling.escalation().role())
                .setEscalatesAt(state.escalatesAtOrNull())
                .setLatched(handling.latched())
                .build();
    }
}
