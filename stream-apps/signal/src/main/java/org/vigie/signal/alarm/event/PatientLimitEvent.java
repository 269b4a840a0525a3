package org.vigie.signal.alarm.event;

import java.time.Instant;
import java.util.Optional;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.text.LocalizedText;

/** Describes a change of a patient's own alarm limit. It concerns no alarm. */
public sealed interface PatientLimitEvent extends AlarmEvent {
    /** Returns the limit that was set or expired. */
    PatientLimit limit();

    @Override
    default Optional<Alarm> concernedAlarm() {
        return Optional.empty();
    }

    @Override
    default Optional<PatientLimit> changedLimit() {
        return Optional.of(limit());
    }

    /** Tells that a command set the limit. */
    record LimitSet(StayContext context, PatientLimit limit, AlarmCommand command, Instant at)
            implements PatientLimitEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.LIMIT_SET;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Limite du patient : ", "Patient's limit: ")
                    .plus(LocalizedText.same(limit.words()));
        }

        @Override
        public Optional<AlarmCommand> causingCommand() {
            return Optional.of(command);
        }
    }

    /** Tells that the limit ended at its time, by a transfer or with the stay. */
    record LimitExpired(StayContext context, PatientLimit limit, Instant at) implements PatientLimitEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.LIMIT_EXPIRED;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Limite du patient terminée : ", "Patient's limit ended: ")
                    .plus(LocalizedText.same(limit.words()));
        }
    }
}
