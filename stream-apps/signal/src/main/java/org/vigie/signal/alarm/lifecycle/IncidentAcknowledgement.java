package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.event.AlarmCommandEvent.Acknowledged;
import org.vigie.signal.alarm.incident.Incident;

/** Acknowledges each open alarm of an incident by one command, so that each has its own entry. */
record IncidentAcknowledgement(StayAlarms stayAlarms, AlarmEventRecorder recorder) {
    /**
     * Executes the command, or returns the reason for its refusal.
     *
     * @param named open alarm that the command names
     */
    Optional<AlarmCommandRefusal> refusal(AlarmCommand command, OpenAlarm named) {
        Optional<Incident> incident = stayAlarms.incident().filter(each -> named.isOfThePatient());
        if (incident.isEmpty()) {
            return Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
        }
        long version = incident.get().version();
        boolean stale = command.seenVersion().orElse(version) != version;
        return stale ? Optional.of(AlarmCommandRefusal.STALE_VERSION) : acknowledgeAll(command);
    }

    private Optional<AlarmCommandRefusal> acknowledgeAll(AlarmCommand command) {
        List<OpenAlarm> waiting = IncidentAlarms.of(stayAlarms).open().stream()
                .filter(each -> !each.isAcknowledged())
                .toList();
        Instant now = stayAlarms.clock();
        waiting.forEach(each -> stayAlarms.keep(each.acknowledgedBy(command.by(), now)));
        waiting.forEach(each -> recorder.record(new Acknowledged(each.alarm(), command, now)));
        return waiting.isEmpty() ? Optional.of(AlarmCommandRefusal.ALREADY_DONE) : Optional.empty();
    }
}
