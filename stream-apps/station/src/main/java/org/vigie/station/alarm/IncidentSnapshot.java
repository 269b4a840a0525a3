package org.vigie.station.alarm;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.IncidentRecord;

/**
 * Shows the incident of an alarm, as the alarm's newest entry holds it. Of several alarms of a stay the one with the highest {@code
 * sequence} holds the present incident. Times are in epoch ms.
 *
 * @param incident identifies the incident
 * @param priority of the most urgent of its open alarms
 * @param version a command names it, so that a command for an earlier state of the incident is refused
 * @param calls how often people were called for it
 * @param newCall why this entry calls; absent when it calls nobody
 * @param messageFr one sentence about all its alarms, at that entry
 * @param alerts its open alarms
 * @param organSystems the organ systems that its alarms concern
 * @param acknowledgedBy absent until all its open alarms are acknowledged, and again after a new call
 * @param escalatedTo role that was to be notified last; absent while there is none
 */
public record IncidentSnapshot(
        String incident,
        long onset,
        String priority,
        long version,
        int calls,
        String newCall,
        String messageFr,
        String messageEn,
        List<String> alerts,
        List<String> organSystems,
        String acknowledgedBy,
        Long acknowledgedAt,
        String escalatedTo) {

    /** @param incident null for an alarm without an incident */
    static IncidentSnapshot of(IncidentRecord incident) {
        return incident == null
                ? null
                : new IncidentSnapshot(
                        incident.getIncident(),
                        incident.getOnset().toEpochMilli(),
                        incident.getPriority().name(),
                        incident.getVersion(),
                        incident.getCalls(),
                        incident.getNewCall() == null
                                ? null
                                : incident.getNewCall().name(),
                        incident.getMessageFr(),
                        incident.getMessageEn(),
                        List.copyOf(incident.getAlerts()),
                        incident.getOrganSystems().stream().map(Enum::name).toList(),
                        incident.getAcknowledgedBy(),
                        millis(incident.getAcknowledgedAt()),
                        incident.getEscalatedTo().isEmpty() ? null : incident.getEscalatedTo());
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
