package org.vigie.signal.alarm.event;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.text.LocalizedText;

/**
 * Describes a command that was not carried out.
 *
 * @param context the stay at the time of the command
 * @param alarmOrNull alarm that the command concerns; null when the stay has no such alarm
 * @param detail text in place of that of the reason, such as the bound that a limit breaks; may be empty
 */
public record CommandRefused(
        StayContext context,
        @Nullable Alarm alarmOrNull,
        AlarmCommand command,
        AlarmCommandRefusal refusal,
        LocalizedText detail,
        Instant at)
        implements AlarmEvent {
    @Override
    public AlarmEventKind kind() {
        return AlarmEventKind.COMMAND_REFUSED;
    }

    @Override
    public LocalizedText text() {
        return detail.equals(LocalizedText.EMPTY) ? refusal.text() : detail;
    }

    @Override
    public Optional<Alarm> concernedAlarm() {
        return Optional.ofNullable(alarmOrNull);
    }

    @Override
    public Optional<AlarmCommand> causingCommand() {
        return Optional.of(command);
    }

    @Override
    public Optional<AlarmCommandRefusal> refusalReason() {
        return Optional.of(refusal);
    }
}
