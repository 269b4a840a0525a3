package org.vigie.signal.alarm.event;

import java.time.Instant;
import java.util.Optional;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmFeedback;
import org.vigie.signal.text.LocalizedText;

/** Describes a command about an alarm that was carried out. */
public sealed interface AlarmCommandEvent extends AlarmEvent {
    /** Returns the alarm that the command concerns. */
    Alarm alarm();

    /** Returns the command. */
    AlarmCommand command();

    @Override
    default Optional<Alarm> concernedAlarm() {
        return Optional.of(alarm());
    }

    @Override
    default StayContext context() {
        return alarm().context();
    }

    @Override
    default Optional<AlarmCommand> causingCommand() {
        return Optional.of(command());
    }

    /** Tells that a person knows of the alarm. Its escalation stops. */
    record Acknowledged(Alarm alarm, AlarmCommand command, Instant at) implements AlarmCommandEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.ACKNOWLEDGED;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Acquittée", "Acknowledged");
        }
    }

    /** The sound of the alarm is off until {@code until}. */
    record AudioPaused(Alarm alarm, AlarmCommand command, Instant until, Instant at) implements AlarmCommandEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.AUDIO_PAUSED;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Son suspendu", "Sound paused");
        }
    }

    /** The alarms of the rule are silent until {@code until}. */
    record Shelved(Alarm alarm, AlarmCommand command, Instant until, Instant at) implements AlarmCommandEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.SHELVED;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Mise de côté", "Shelved");
        }
    }

    /** A latched alarm was reset. The ledger names it CLEARED. */
    record LatchReset(Alarm alarm, AlarmCommand command, Instant at) implements AlarmCommandEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.CLEARED;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Alarme maintenue réarmée", "Latched alarm reset");
        }
    }

    /** Tells that a clinician assessed an open or a closed alarm. */
    record FeedbackGiven(Alarm alarm, AlarmCommand command, AlarmFeedback feedback, Instant at)
            implements AlarmCommandEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.FEEDBACK;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Avis donné", "Feedback given");
        }

        @Override
        public Optional<AlarmFeedback> givenFeedback() {
            return Optional.of(feedback);
        }
    }
}
