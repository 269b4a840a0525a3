package org.vigie.station.alarm.incident;

import org.vigie.schemas.IncidentRecord;

/**
 * Shows one sentence about all alarms of an incident, in both languages.
 *
 * @param messageFr in French
 * @param messageEn in English
 */
record IncidentMessageSnapshot(String messageFr, String messageEn) {
    static IncidentMessageSnapshot of(IncidentRecord incident) {
        return new IncidentMessageSnapshot(incident.getMessageFr(), incident.getMessageEn());
    }
}
