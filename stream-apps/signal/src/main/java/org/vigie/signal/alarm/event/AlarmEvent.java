package org.vigie.signal.alarm.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.command.AlarmFeedback;
import org.vigie.signal.text.LocalizedText;

/** Describes one change of an alarm or of a patient's limit or scale, or the answer to a command. Each event is one entry of the ledger. */
public sealed interface AlarmEvent
        permits AlarmConditionEvent,
                AlarmHandlingEvent,
                AlarmCommandEvent,
                PatientLimitEvent,
                SaturationScaleEvent,
                StayNoteRecorded,
                CommandRefused {
    /** Returns the event time. */
    Instant at();

    /** Returns the kind by which the ledger names the event. */
    AlarmEventKind kind();

    /** Returns the text for clinicians. */
    LocalizedText text();

    /** Returns the stay that the event concerns. */
    StayContext context();

    /** Returns the alarm that the event concerns; empty when it concerns none. */
    Optional<Alarm> concernedAlarm();

    /** Returns the readings that caused the event; empty when no reading did. */
    default List<TriggeringReading> causes() {
        return List.of();
    }

    /** Returns the command that caused the event; empty when no command did. */
    default Optional<AlarmCommand> causingCommand() {
        return Optional.empty();
    }

    /** Returns the reason of a refusal; empty for another event. */
    default Optional<AlarmCommandRefusal> refusalReason() {
        return Optional.empty();
    }

    /** Returns the patient limit that was set or expired; empty for another event. */
    default Optional<PatientLimit> changedLimit() {
        return Optional.empty();
    }

    /** Returns the feedback that was given; empty for another event. */
    default Optional<AlarmFeedback> givenFeedback() {
        return Optional.empty();
    }
}
