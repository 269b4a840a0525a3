package org.vigie.vitals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;

/**
 * Holds what a message changes of one pressure of an instant.
 *
 * @param sentOrNull reading of the message; null when the message does not contain the pressure
 * @param earlierOrNull value in mmHg that the device reported earlier for the instant; null when there is none
 */
record PressureChange(
        @Nullable JudgedReading sentOrNull, @Nullable Double earlierOrNull) {
    /** Returns the values before the message from which a derived pressure is withdrawn. */
    List<Double> withdrawn() {
        if (sentOrNull != null) {
            return sentOrNull.getWithdraws();
        }
        return earlierOrNull == null ? List.of() : List.of(earlierOrNull);
    }

    /** Returns the value after the message; null when none may be used. */
    @Nullable
    Double valueOrNull() {
        if (sentOrNull == null) {
            return earlierOrNull;
        }
        return isUsable(sentOrNull) ? (Double) sentOrNull.getValue() : null;
    }

    /** Returns true for a pressure that is kept and whose channel is followed. */
    static boolean isUsable(JudgedReading sent) {
        return sent.getVerdict() == CleaningOutcomeRecord.KEPT && sent.getFollowed();
    }
}
