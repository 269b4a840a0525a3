package org.vigie.alerts.record;

import org.vigie.records.EnumMappings;
import org.vigie.schemas.IncidentRecord;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.incident.IncidentStateAfter;

/** Maps the incident of an alarm to its record. */
final class IncidentRecordMapper {
    private IncidentRecordMapper() {}

    static IncidentRecord record(IncidentStateAfter state) {
        Incident incident = state.incident();
        var answer = incident.acknowledgement();
        var escalation = incident.response().escalation();
        return IncidentRecord.newBuilder()
                .setIncident(incident.id())
                .setOnset(incident.onset())
                .setPriority(EnumMappings.ALARM_PRIORITY.toRecord(state.priority()))
                .setVersion(incident.version())
                .setCalls(incident.calls().count())
                .setNewCall(
                        state.newCall().map(EnumMappings.CALL_REASON::toRecord).orElse(null))
                .setMessageFr(state.text().fr())
                .setMessageEn(state.text().en())
                .setAlerts(
                        state.open().stream().map(alarm -> alarm.id().digest()).toList())
                .setOrganSystems(incident.organSystems().stream()
                        .sorted()
                        .map(EnumMappings.ORGAN_SYSTEM::toRecord)
                        .toList())
                .setAcknowledgedBy(answer.map(AlarmAcknowledgement::by).orElse(null))
                .setAcknowledgedAt(answer.map(AlarmAcknowledgement::at).orElse(null))
                .setEscalationStep(escalation.steps())
                .setEscalatedTo(escalation.role())
                .setEscalatesAt(state.escalatesAtOrNull())
                .build();
    }
}
