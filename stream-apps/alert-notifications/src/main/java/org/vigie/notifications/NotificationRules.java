package org.vigie.notifications;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;

/** Decides which ledger entries are sent, and gives each its key. */
final class NotificationRules {
    /** States of an alarm that need a person's attention. */
    static final Set<AlertStateRecord> NEED_ATTENTION =
            Set.copyOf(EnumSet.of(AlertStateRecord.RAISED, AlertStateRecord.UPGRADED, AlertStateRecord.ESCALATED));
    /** All states of an alarm that are reported to other systems. */
    static final Set<AlertStateRecord> REPORTED = Set.copyOf(EnumSet.of(
            AlertStateRecord.RAISED,
            AlertStateRecord.UPGRADED,
            AlertStateRecord.DOWNGRADED,
            AlertStateRecord.ACKNOWLEDGED,
            AlertStateRecord.AUDIO_PAUSED,
            AlertStateRecord.AUDIO_RESUMED,
            AlertStateRecord.ESCALATED,
            AlertStateRecord.LATCHED,
            AlertStateRecord.CLEARED));

    private NotificationRules() {}

    /** Returns true when the alert is sent. Predicted risks and alarms that are shelved at the moment are not sent. */
    static boolean isNotified(Alert alert, Set<AlertStateRecord> states, AlarmPriorityRecord atLeast) {
        return states.contains(alert.getState())
                && alert.getKind() != AlertKind.PREDICTED
                && alert.getPriority().compareTo(atLeast) <= 0
                && !isShelved(alert);
    }

    /** Returns true when the entry asks for a person. Other entries only report what happens to an alarm. */
    static boolean isCall(Alert alert) {
        return NEED_ATTENTION.contains(alert.getState());
    }

    /** Returns the role to which the alarm was escalated. */
    static Optional<String> role(Alert alert) {
        boolean isEscalated = alert.getState() == AlertStateRecord.ESCALATED && alert.getCondition() != null;
        return isEscalated ? Optional.of(String.valueOf(alert.getCondition().getEscalatedTo())) : Optional.empty();
    }

    private static boolean isShelved(Alert alert) {
        return alert.getCondition() != null && alert.getCondition().getShelvedUntil() != null;
    }

    /** Returns a key that is the same when a transition is sent twice and differs for every other transition. */
    static String key(Alert alert) {
        return alert.getHash().isEmpty()
                ? alert.getAlert() + "-" + alert.getState() + "-" + alert.getPriority()
                : alert.getHash();
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
