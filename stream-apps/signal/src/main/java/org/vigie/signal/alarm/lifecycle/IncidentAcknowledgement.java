package org.vigie.signal.alarm.lifecycle;

import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;

/**
 * Acknowledges each open alarm of an incident by one command, so that each has its own entry.
 *
 * <p>The command names the newest version that the user saw. It is refused when an alarm that waits for an answer has changed since then.
 */
record IncidentAcknowledgement(StayAlarms stayAlarms, AlarmEventRecorder recorder) {
    /**
     * Executes the command, or returns the reason for its refusal.
     *
     * @param named open alarm that the command names
     */
    Optional<AlarmCommandRefusal> refusal(AlarmCommand command, OpenAlarm named) {
        if (stayAlarms.incident().isEmpty() || !named.isOfThePatient()) {
            return Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
        }
        List<OpenAlarm> waiting = IncidentAlarms.of(stayAlarms).open().stream()
                .filter(each -> !each.isAcknowledged())
                .toList();
        if (waiting.isEmpty()) {
            return Optional.of(AlarmCommandRefusal.ALREADY_DONE);
        }
        long seen = command.seenVersion().orElse(Long.MAX_VALUE);
        boolean stale = waiting.stream().anyMatch(each -> each.handling().version() > seen);
        if (stale) {
            return Optional.of(AlarmCommandRefusal.STALE_VERSION);
        }
        recorder.acknowledge(waiting, command);
        return Optional.empty();
    }
}
