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
 */
public record CommandRefused(
        StayContext context, @Nullable Alarm alarmOrNull, AlarmCommand command, AlarmCommandRefusal refusal, Instant at)
        implements AlarmEvent {
    @Override
    public AlarmEventKind kind() {
        return AlarmEventKind.COMMAND_REFUSED;
    }

    @Override
    public LocalizedText text() {
        return refusal.text();
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
