package org.vigie.station.alarm.limit;

import java.time.Instant;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.signal.text.LocalizedText;
import org.vigie.station.trend.LimitInForceSnapshot;

/**
 * Shows a rule whose alarms are shelved at one stay. The shelf holds after its alarm is over: the next alarm of the rule is silent too.
 *
 * @param alert the alarm that was shelved: a command that ends the shelf names it, also when it is over
 * @param rule name in the rule file
 * @param labelFr the rule in words
 * @param limit limit of the rule in force at the priority; absent when the rule has none
 * @param priority of the alarm that was shelved; a more urgent one ends the shelf
 * @param by who shelved it
 * @param role in which role
 * @param at epoch ms on the stay's clock, like {@code until}
 * @param reason as the user typed it; absent when none was given
 */
public record ShelfSnapshot(
        String alert,
        String rule,
        String labelFr,
        String labelEn,
        LimitInForceSnapshot limit,
        String priority,
        String by,
        String role,
        long at,
        long until,
        String reason) {

    /** @param entry of the ledger, SHELVED, with its condition and its command */
    static ShelfSnapshot of(Alert entry) {
        AlarmCommandRecord command = entry.getCommand();
        Instant until = entry.getCondition().getShelvedUntil();
        return new ShelfSnapshot(
                entry.getAlert(),
                entry.getRule(),
                entry.getRule(),
                entry.getRule(),
                null,
                entry.getPriority().name(),
                command == null ? "" : command.getBy(),
                command == null ? "" : command.getRole(),
                entry.getAt().toEpochMilli(),
                until.toEpochMilli(),
                command == null ? null : command.getReason());
    }

    /** Returns the same shelf with the words and the limit of its rule. */
    ShelfSnapshot named(BedAlarmLimits limits) {
        LocalizedText label = limits.label(rule);
        LimitInForceSnapshot limit = limits.limit(rule, priority).orElse(null);
        return new ShelfSnapshot(alert, rule, label.fr(), label.en(), limit, priority, by, role, at, until, reason);
    }
}
