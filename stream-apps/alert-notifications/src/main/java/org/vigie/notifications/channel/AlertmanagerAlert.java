package org.vigie.notifications.channel;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;

/** Describes an alarm in the form of Alertmanager's API v2. */
record AlertmanagerAlert(Alert alert) {
    /**
     * Returns the alert for the API. During a playback the ward's time can be after {@code now}; Alertmanager refuses a start after the
     * end.
     */
    Map<String, Object> posted(Instant now, Instant end) {
        Instant raised = alert.getRaisedAt();
        return Map.of(
                "labels", labels(),
                "annotations", annotations(),
                "startsAt", (raised.isBefore(now) ? raised : now.minusSeconds(1)).toString(),
                "endsAt", end.toString());
    }

    /** Returns what identifies the alarm for Alertmanager. */
    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>(Map.of(
                "alertname", alert.getRule(),
                "alert", alert.getAlert(),
                "bed", alert.getBed(),
                "stay", alert.getStay(),
                "kind", alert.getKind().name(),
                "severity", alert.getPriority().name()));
        if (alert.getIncident() != null) {
            labels.put("incident", alert.getIncident().getIncident());
        }
        return labels;
    }

    /** Names who acknowledged the alarm in an annotation: another label would make another alert of it. */
    private Map<String, String> annotations() {
        Map<String, String> annotations =
                new TreeMap<>(Map.of("summary", alert.getMessageFr(), "summary_en", alert.getMessageEn()));
        AlertCondition condition = alert.getCondition();
        if (condition != null && condition.getAcknowledgedAt() != null) {
            annotations.put("acknowledged_by", condition.getAcknowledgedBy());
            annotations.put("acknowledged_at", condition.getAcknowledgedAt().toString());
        }
        return annotations;
    }
}
