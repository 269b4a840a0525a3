package org.vigie.station.alarm.incident;

import java.time.Instant;
import java.util.Optional;
import org.vigie.schemas.IncidentRecord;

/**
 * Shows who acknowledged an incident, and whom its escalation notified last.
 *
 * @param acknowledgedBy absent until all its open alarms are acknowledged, and again after a new call
 * @param acknowledgedAt epoch ms; absent like {@code acknowledgedBy}
 * @param escalatedTo role that was to be notified last; absent while there is none
 */
record IncidentAnswerSnapshot(String acknowledgedBy, Long acknowledgedAt, String escalatedTo) {
    static IncidentAnswerSnapshot of(IncidentRecord incident) {
        return new IncidentAnswerSnapshot(
                incident.getAcknowledgedBy(),
                Optional.ofNullable(incident.getAcknowledgedAt())
                        .map(Instant::toEpochMilli)
                        .orElse(null),
                incident.getEscalatedTo().isEmpty() ? null : incident.getEscalatedTo());
    }
}
