package org.vigie.station.alarm.limit;

import java.time.Instant;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.signal.text.LocalizedText;

/**
 * Shows a rule whose alarms are shelved at one stay. The shelf holds after its alarm is over: the next alarm of the rule is silent too.
 *
 * @param rule name in the rule file
 * @param labelFr the rule in words
 * @param priority of the alarm that was shelved; a more urgent one ends the shelf
 * @param by who shelved it
 * @param role in which role
 * @param at epoch ms on the stay's clock, like {@code until}
 * @param reason as the user typed it; absent when none was given
 */
public record ShelfSnapshot(
        String rule,
        String labelFr,
        String labelEn,
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
                entry.getRule(),
                entry.getRule(),
                entry.getRule(),
                entry.getPriority().name(),
                command == null ? "" : command.getBy(),
                command == null ? "" : command.getRole(),
                entry.getAt().toEpochMilli(),
                until.toEpochMilli(),
                command == null ? null : command.getReason());
    }

    ShelfSnapshot labelled(LocalizedText label) {
        return new ShelfSnapshot(rule, label.fr(), label.en(), priority, by, role, at, until, reason);
    }
}
