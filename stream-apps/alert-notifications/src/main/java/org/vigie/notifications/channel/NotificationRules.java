package org.vigie.notifications.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.IncidentRecord;

/** Decides which ledger entries are sent, and gives each its key. */
public final class NotificationRules {
    /** States of an alarm that need a person's attention. */
    static final Set<AlertStateRecord> NEED_ATTENTION =
            Set.copyOf(EnumSet.of(AlertStateRecord.RAISED, AlertStateRecord.UPGRADED, AlertStateRecord.ESCALATED));
    /** All states of an alarm that are reported to other systems. */
    public static final Set<AlertStateRecord> REPORTED = Set.copyOf(EnumSet.of(
            AlertStateRecord.RAISED,
            AlertStateRecord.UPGRADED,
            AlertStateRecord.DOWNGRADED,
            AlertStateRecord.ACKNOWLEDGED,
            AlertStateRecord.AUDIO_PAUSED,
            AlertStateRecord.AUDIO_RESUMED,
            AlertStateRecord.ESCALATED,
            AlertStateRecord.LATCHED,
            AlertStateRecord.CLEARED));
    /** States that settle an alarm. They are sent whatever their priority, because the alarm may have been sent with a higher one. */
    private static final Set<AlertStateRecord> SETTLING =
            Set.copyOf(EnumSet.of(AlertStateRecord.ACKNOWLEDGED, AlertStateRecord.CLEARED));

    private NotificationRules() {}

    /**
     * Returns true when the alert is sent. Predicted risks and alarms that are shelved at the moment are not sent. The alarms of one
     * incident are sent together.
     */
    public static boolean isNotified(Alert alert, Set<AlertStateRecord> states, AlarmPriorityRecord atLeast) {
        boolean wanted = alert.getIncident() == null
                ? states.contains(alert.getState())
                : isOfIncident(alert, alert.getIncident(), states);
        return wanted && alert.getKind() != AlertKind.PREDICTED && isUrgent(alert, atLeast) && !isShelved(alert);
    }

    private static boolean isUrgent(Alert alert, AlarmPriorityRecord atLeast) {
        return SETTLING.contains(alert.getState()) || priority(alert).compareTo(atLeast) <= 0;
    }

    /** Returns true when the entry asks for a person. Other entries only report what happens to an alarm. */
    public static boolean isCall(Alert alert) {
        IncidentRecord incident = alert.getIncident();
        return incident == null
                ? NEED_ATTENTION.contains(alert.getState())
                : incident.getNewCall() != null || alert.getState() == AlertStateRecord.ESCALATED;
    }

    /** Returns the role to which the alarm was escalated. */
    public static Optional<String> role(Alert alert) {
        boolean isEscalated = alert.getState() == AlertStateRecord.ESCALATED && alert.getCondition() != null;
        return isEscalated ? Optional.of(String.valueOf(alert.getCondition().getEscalatedTo())) : Optional.empty();
    }

    /**
     * Returns true for a call of an incident and its escalation. A channel that reports ends too gets the acknowledgement of the last alarm,
     * the end of the last alarm, and a new alarm after that end.
     */
    private static boolean isOfIncident(Alert alert, IncidentRecord incident, Set<AlertStateRecord> states) {
        boolean reported = states.contains(AlertStateRecord.CLEARED);
        return switch (alert.getState()) {
            case ESCALATED -> true;
            case ACKNOWLEDGED -> reported && alert.getAt().equals(incident.getAcknowledgedAt());
            case CLEARED -> reported && incident.getAlerts().isEmpty();
            case RAISED ->
                incident.getNewCall() != null
                        || (reported && incident.getAlerts().size() == 1);
            default -> incident.getNewCall() != null;
        };
    }

    /** Returns the identity of what is sent: the incident, or an alarm that belongs to none. */
    public static String subject(Alert alert) {
        return alert.getIncident() == null
                ? alert.getAlert()
                : alert.getIncident().getIncident();
    }

    /** Returns the priority of the incident, or of an alarm that belongs to none. */
    public static AlarmPriorityRecord priority(Alert alert) {
        return alert.getIncident() == null
                ? alert.getPriority()
                : alert.getIncident().getPriority();
    }

    /** Returns the French sentence about the incident, or about an alarm that belongs to none. */
    public static String messageFr(Alert alert) {
        return alert.getIncident() == null
                ? alert.getMessageFr()
                : alert.getIncident().getMessageFr();
    }

    /** Returns the English sentence about the incident, or about an alarm that belongs to none. */
    static String messageEn(Alert alert) {
        return alert.getIncident() == null
                ? alert.getMessageEn()
                : alert.getIncident().getMessageEn();
    }

    /**
     * Returns true when the alarm, or its incident, needs no call any more: it is acknowledged, over or shelved. An incident goes on while
     * another of its alarms is not shelved.
     */
    public static boolean isSettled(Alert alert) {
        IncidentRecord incident = alert.getIncident();
        if (incident == null) {
            return SETTLING.contains(alert.getState()) || isShelved(alert);
        }
        boolean isAlone = incident.getAlerts().equals(List.of(alert.getAlert()));
        return incident.getAcknowledgedAt() != null || incident.getAlerts().isEmpty() || (isAlone && isShelved(alert));
    }

    private static boolean isShelved(Alert alert) {
        return alert.getCondition() != null && alert.getCondition().getShelvedUntil() != null;
    }

    /** Returns a key that is the same when a transition is sent twice and differs for every other transition. */
    public static String key(Alert alert) {
        return alert.getHash().isEmpty()
                ? alert.getAlert() + "-" + alert.getState() + "-" + alert.getPriority()
                : alert.getHash();
    }

    /** Returns the key as the value of a header. Every character that a header may not hold is a percent sign with its bytes in UTF-8. */
    static String headerKey(Alert alert) {
        return key(alert)
                .codePoints()
                .mapToObj(character -> character > ' ' && character <= '~'
                        ? Character.toString(character)
                        : URLEncoder.encode(Character.toString(character), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /** Returns the mark of a priority by IEC 60601-1-8. */
    static String mark(AlarmPriorityRecord priority) {
        return switch (priority) {
            case HIGH -> "***";
            case MEDIUM -> "**";
            case LOW -> "*";
        };
    }
}
