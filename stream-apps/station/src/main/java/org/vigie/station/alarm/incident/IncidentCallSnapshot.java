package org.vigie.station.alarm.incident;

import java.util.Optional;
import org.vigie.schemas.IncidentRecord;

/**
 * Shows how an incident has called people.
 *
 * @param calls how often people were called for it
 * @param newCall why its newest entry calls; absent when that entry does not call
 */
record IncidentCallSnapshot(int calls, String newCall) {
    static IncidentCallSnapshot of(IncidentRecord incident) {
        return new IncidentCallSnapshot(
                incident.getCalls(),
                Optional.ofNullable(incident.getNewCall()).map(Enum::name).orElse(null));
    }
}
