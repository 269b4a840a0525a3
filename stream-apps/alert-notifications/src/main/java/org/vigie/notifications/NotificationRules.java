package org.vigie.notifications;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertPriority;
import org.vigie.schemas.AlertState;

/** Decides which ledger entries are sent, and gives each its key. */
final class NotificationRules {
    /** States of an alarm that need a person's attention. */
    static final Set<AlertState> CALLS =
            Set.copyOf(EnumSet.of(AlertState.RAISED, AlertState.UPGRADED, AlertState.ESCALATED));
    /** All states of an alarm that are reported to other systems. */
    static final Set<AlertState> LIFE = Set.copyOf(EnumSet.of(
            AlertState.RAISED,
            AlertState.UPGRADED,
            AlertState.DOWNGRADED,
            AlertState.ACKNOWLEDGED,
            AlertState.AUDIO_PAUSED,
            AlertState.AUDIO_RESUMED,
            AlertState.ESCALATED,
            AlertState.LATCHED,
            AlertState.CLEARED));

    private NotificationRules() {}

    /** Returns true when the alert is sent. Predicted risks and alarms that are shelved at the moment are not sent. */
    static boolean isNotified(Alert alert, Set<AlertState> states, AlertPriority atLeast) {
        return states.contains(alert.getState())
                && alert.getKind() != AlertKind.PREDICTED
                && alert.getPriority().compareTo(atLeast) <= 0
                && !isShelved(alert);
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
    static String mark(AlertPriority priority) {
        return switch (priority) {
            case HIGH -> "***";
            case MEDIUM -> "**";
            case LOW -> "*";
        };
    }
}
