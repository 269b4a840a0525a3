package org.vigie.station.alarm.limit;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertLimit;

/**
 * Shows an alarm limit that a user set for one patient.
 *
 * @param side {@code BELOW} or {@code ABOVE}: the side that raises an alarm
 * @param by who set it
 * @param at epoch ms on the stay's clock
 * @param until epoch ms on the stay's clock; absent when it ends with a transfer or the stay
 * @param reason as the user typed it; absent when none was given
 */
public record PatientLimitSnapshot(
        String variable, String side, String priority, double limit, String by, long at, Long until, String reason) {

    /** @param entry of the ledger, LIMIT_SET */
    static PatientLimitSnapshot of(Alert entry) {
        AlertLimit limit = entry.getLimits().get(0);
        AlarmCommandRecord command = entry.getCommand();
        return new PatientLimitSnapshot(
                limit.getVariable(),
                limit.getSide(),
                limit.getPriority().name(),
                limit.getLimit(),
                limit.getSetBy(),
                entry.getAt().toEpochMilli(),
                command.getExpiresAt() == null ? null : end(entry.getAt(), command),
                command.getReason());
    }

    /** Computes the end on the stay's clock. */
    private static long end(Instant at, AlarmCommandRecord command) {
        return at.plus(Duration.between(command.getAt(), command.getExpiresAt()))
                .toEpochMilli();
    }
}
