package org.vigie.station.alarm.incident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.vigie.schemas.IncidentRecord;

/**
 * Shows the incident of an alarm, as the alarm's newest entry holds it. Of several alarms of a stay the one with the highest {@code
 * sequence} holds the present incident. Its JSON is flat: the fields of its parts stand beside its own. Times are in epoch ms.
 *
 * @param incident identifies the incident
 * @param priority of the most urgent of its open alarms
 * @param version a command names it, so that a command for an earlier state of the incident is refused
 * @param alerts its open alarms
 * @param organSystems the organ systems that its alarms concern
 */
public record IncidentSnapshot(
        String incident,
        long onset,
        String priority,
        long version,
        @JsonUnwrapped IncidentCallSnapshot call,
        @JsonUnwrapped IncidentMessageSnapshot message,
        List<String> alerts,
        List<String> organSystems,
        @JsonUnwrapped IncidentAnswerSnapshot answer) {

    /** @param incident null for an alarm without an incident */
    public static IncidentSnapshot of(IncidentRecord incident) {
        return incident == null
                ? null
                : new IncidentSnapshot(
                        incident.getIncident(),
                        incident.getOnset().toEpochMilli(),
                        incident.getPriority().name(),
                        incident.getVersion(),
                        IncidentCallSnapshot.of(incident),
                        IncidentMessageSnapshot.of(incident),
                        List.copyOf(incident.getAlerts()),
                        incident.getOrganSystems().stream().map(Enum::name).toList(),
                        IncidentAnswerSnapshot.of(incident));
    }
}
