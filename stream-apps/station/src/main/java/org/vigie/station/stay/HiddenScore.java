package org.vigie.station.stay;

import java.util.List;

/**
 * Says why a score is not shown although the model gave one.
 *
 * @param variables whose values hide it; empty when none does
 */
record HiddenScore(HiddenScoreReason reason, List<String> variables) {
    HiddenScore {
        variables = List.copyOf(variables);
    }

    /** Names what hides a score. The order is that in which the reasons are looked for. */
    enum HiddenScoreReason {
        /** The unit records scores and does not show them. */
        SILENT,
        /** An alarm of a vital sign is open, one above LOW of a score, or one of the patient at the monitor. */
        ALARM_OPEN,
        /** A value violates an alarm limit of any priority; its alarm may not be raised yet. */
        LIMIT_VIOLATED,
        /** A vital sign lies outside the range of the hours that the score has seen, or was not measured in them. */
        LEFT_WINDOW,
        /** No vital sign is current, so that nobody knows whether the present differs from the window. */
        NOT_WATCHED,
        /** The score moved by more than its interval without an alarm and without a new value from charting or the laboratory. */
        MOVED,
        /** The unit wants an own estimate first, and none of the reader stands. */
        AWAITS_ESTIMATE
    }
}
