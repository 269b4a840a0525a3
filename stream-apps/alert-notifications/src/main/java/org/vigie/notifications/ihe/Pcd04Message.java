package org.vigie.notifications.ihe;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.notifications.channel.NotificationRules;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.IncidentRecord;
import org.vigie.schemas.TriggeringReadingRecord;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Writes an incident, or an alarm that belongs to none, as ORU^R40 by IHE PCD-04 (Report Alert).
 *
 * <p>The message has one OBR for the alarm. Seven OBX carry the event and the facets source, phase, state, inactivation, priority and type
 * (MDC codes of ISO/IEEE 11073-10101). Times are in UTC, text is in UTF-8.
 *
 * @param sentAt time of sending, MSH-7
 */
public record Pcd04Message(Alert alert, Instant sentAt) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSxx").withZone(ZoneOffset.UTC);
    private static final String PROFILE = "IHE_PCD_ACM_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.4.1^ISO";
    private static final String ALARM = "196616^MDC_EVT_ALARM^MDC";
    private static final String HIGH = "196652^MDC_EVT_HI_VAL_GT_LIM^MDC";
    private static final String LOW = "196674^MDC_EVT_LO_VAL_LT_LIM^MDC";

    /** Returns the segments, each ended by CR. */
    public String text() {
        String time = TIME.format(alert.getAt().equals(Instant.EPOCH) ? alert.getRaisedAt() : alert.getAt());
        List<String> segments = List.of(
                header(),
                "PID|||" + escaped(alert.getStay()) + "^^^VIGIE^PI",
                "PV1||I|" + location(alert.getBed()),
                order(time),
                event(time),
                source(time),
                facet(3, "68481^MDC_ATTR_EVENT_PHASE^MDC", phase(), time),
                facet(4, "68482^MDC_ATTR_ALARM_STATE^MDC", state(), time),
                facet(5, "68483^MDC_ATTR_ALARM_INACTIVATION_STATE^MDC", inactivation(), time),
                facet(6, "68484^MDC_ATTR_ALARM_PRIORITY^MDC", priority(), time),
                facet(7, "68485^MDC_ATTR_ALERT_TYPE^MDC", type(), time));
        return String.join("\r", segments) + "\r";
    }

    private String header() {
        return "MSH|^~\\&|VIGIE||||" + TIME.format(sentAt) + "||ORU^R40^ORU_R40|"
                + escaped(NotificationRules.key(alert)) + "|P|2.6|||AL|NE||UNICODE UTF-8|||" + PROFILE;
    }

    private String order(String time) {
        String id = escaped(NotificationRules.subject(alert));
        boolean first = phase().equals("start");
        String own = first ? id : id + "-" + alert.getSequence();
        String parent = first ? "" : "^" + id + "&VIGIE";
        return "OBR|1||" + own + "^VIGIE|" + ALARM + "|||" + time + "|".repeat(22) + parent;
    }

    private String event(String time) {
        return "OBX|1|ST|" + code() + "|1.0.0.0.1|" + escaped(NotificationRules.messageFr(alert)) + "|||" + flags()
                + "|||F|||" + time;
    }

    private String source(String time) {
        Optional<Variable> variable = alert.getCauses().stream()
                .map(TriggeringReadingRecord::getVariable)
                .flatMap(name -> VariableCatalogue.standard().find(name).stream())
                .findFirst();
        return variable.isEmpty() || alert.getValue() == null
                ? "OBX|2|ST|68480^MDC_ATTR_ALERT_SOURCE^MDC|1.0.0.0.2|" + escaped(alert.getRule()) + "||||||F|||" + time
                : measured(variable.get(), time);
    }

    private String measured(Variable variable, String time) {
        String unit = escaped(variable.unit());
        return "OBX|2|NM|" + variable.mdc() + "^" + escaped(variable.labelEn()) + "^MDC|1.0.0.0.2|" + alert.getValue()
                + "|" + unit + "^" + unit + "^UCUM|" + limit() + "|" + flags() + "|||F|||" + time;
    }

    private static String facet(int number, String code, String value, String time) {
        return "OBX|" + number + "|ST|" + code + "|1.0.0.0." + number + "|" + value + "||||||F|||" + time;
    }

    private String code() {
        if (alert.getKind() != AlertKind.PHYSIOLOGICAL || alert.getValue() == null || alert.getLimit() == null) {
            return ALARM;
        }
        return isBelow() ? LOW : HIGH;
    }

    private String limit() {
        if (alert.getLimit() == null) {
            return "";
        }
        return isBelow() ? ">" + alert.getLimit() : "<" + alert.getLimit();
    }

    private boolean isBelow() {
        return alert.getLimit() != null && alert.getValue() < alert.getLimit();
    }

    private String flags() {
        return priority() + "~" + type();
    }

    private String phase() {
        IncidentRecord incident = alert.getIncident();
        if (incident != null && incident.getNewCall() != null) {
            boolean first = incident.getNewCall() == CallReasonRecord.OPENED
                    && incident.getAlerts().size() <= 1
                    && alert.getState() == AlertStateRecord.RAISED;
            return first ? "start" : "escalate";
        }
        if (incident != null && alert.getState() == AlertStateRecord.RAISED) {
            return incident.getCalls() == 0 && incident.getAlerts().size() == 1 ? "start" : "update";
        }
        return switch (alert.getState()) {
            case RAISED -> "start";
            case CLEARED -> "end";
            case UPGRADED, ESCALATED -> "escalate";
            case DOWNGRADED -> "de-escalate";
            default -> "update";
        };
    }

    private String state() {
        return switch (alert.getState()) {
            case CLEARED -> "inactive";
            case LATCHED -> "latched";
            default -> "active";
        };
    }

    private String inactivation() {
        var condition = alert.getCondition();
        if (condition != null && condition.getAudioPausedUntil() != null) {
            return "audio-paused";
        }
        return condition != null && condition.getAcknowledgedBy() != null ? "alert-acknowledged" : "enabled";
    }

    private String priority() {
        return switch (NotificationRules.priority(alert)) {
            case HIGH -> "PH";
            case MEDIUM -> "PM";
            case LOW -> "PL";
        };
    }

    private String type() {
        return alert.getKind() == AlertKind.TECHNICAL ? "ST" : "SP";
    }

    /** Returns {@code unit/bed} as unit^room^bed. */
    private static String location(String bed) {
        int slash = bed.indexOf('/');
        return escaped(bed.substring(0, Math.max(0, slash))) + "^^" + escaped(bed.substring(slash + 1));
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(Pcd04Message::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '|' -> "\\F\\";
            case '^' -> "\\S\\";
            case '&' -> "\\T\\";
            case '~' -> "\\R\\";
            case '\\' -> "\\E\\";
            case '\r', '\n' -> " ";
            default -> Character.toString(character);
        };
    }
}
