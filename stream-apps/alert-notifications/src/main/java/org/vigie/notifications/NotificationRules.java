package org.vigie.notifications;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertPriority;
import org.vigie.schemas.AlertState;

/** What of the ledger is told, and by which name. */
final class NotificationRules {
    /** What calls somebody. */
    static final Set<AlertState> CALLS =
            Set.copyOf(EnumSet.of(AlertState.RAISED, AlertState.UPGRADED, AlertState.ESCALATED));
    /** The whole life of an alarm. */
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

    /** A predicted risk never calls anybody; an alarm that is shelved does not while it is. */
    static boolean isNotified(Alert alert, Set<AlertState> states, AlertPriority atLeast) {
        return states.contains(alert.getState())
                && alert.getKind() != AlertKind.PREDICTED
                && alert.getPriority().compareTo(atLeast) <= 0
                && !isShelved(alert);
    }

    private static boolean isShelved(Alert alert) {
        return alert.getCondition() != null && alert.getCondition().getShelvedUntil() != null;
    }

    /** The same for a transition that is told twice, another one for every other transition. */
    static String key(Alert alert) {
        return alert.getHash().isEmpty()
                ? alert.getAlert() + "-" + alert.getState() + "-" + alert.getPriority()
                : alert.getHash();
    }

    /** As IEC 60601-1-8 marks it. */
    static String mark(AlertPriority priority) {
        return switch (priority) {
            case HIGH -> "***";
            case MEDIUM -> "**";
            case LOW -> "*";
        };
    }
}
