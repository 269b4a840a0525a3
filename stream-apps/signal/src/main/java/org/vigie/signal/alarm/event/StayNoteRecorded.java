package org.vigie.signal.alarm.event;

import java.time.Instant;
import java.util.Optional;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.text.LocalizedText;

/**
 * Tells that a person recorded a note about a stay: a limitation of treatment, the nurse in charge, or an own estimate. It concerns no alarm
 * and changes none.
 */
public record StayNoteRecorded(
        StayContext context, AlarmEventKind kind, LocalizedText text, AlarmCommand command, Instant at)
        implements AlarmEvent {
    @Override
    public Optional<Alarm> concernedAlarm() {
        return Optional.empty();
    }

    @Override
    public Optional<AlarmCommand> causingCommand() {
        return Optional.of(command);
    }
}
