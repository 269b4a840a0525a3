package org.vigie.station.alarm.limit;

import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertLimit;
import org.vigie.schemas.AlertStateRecord;

/**
 * Shows one change of the alarm limits of a patient.
 *
 * @param at epoch ms on the stay's clock
 * @param set true when the limit was set; false when it ended
 * @param side {@code BELOW} or {@code ABOVE}: the side that raises an alarm
 * @param limit in the catalogue's unit
 * @param by who set the limit that begins or ends
 * @param reason as the user typed it; absent when none was given, and at the end of a limit
 */
public record LimitChangeSnapshot(
        long at, boolean set, String variable, String side, String priority, double limit, String by, String reason) {
    /** @param entry of the ledger, LIMIT_SET or LIMIT_EXPIRED */
    static LimitChangeSnapshot of(Alert entry) {
        AlertLimit limit = entry.getLimits().get(0);
        AlarmCommandRecord command = entry.getCommand();
        boolean set = entry.getState() == AlertStateRecord.LIMIT_SET;
        return new LimitChangeSnapshot(
                entry.getAt().toEpochMilli(),
                set,
                limit.getVariable(),
                limit.getSide(),
                limit.getPriority().name(),
                limit.getLimit(),
                limit.getSetBy(),
                set && command != null ? command.getReason() : null);
    }
}
