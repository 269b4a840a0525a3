package org.vigie.signal.alarm.lifecycle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;

/**
 * Lists the open alarms of the incident of a stay, the most urgent first, then the oldest.
 *
 * @param calling those whose rule is not shelved
 */
record IncidentAlarms(List<OpenAlarm> open, List<OpenAlarm> calling) {
    private static final Comparator<OpenAlarm> MOST_URGENT = Comparator.comparing(
                    (OpenAlarm open) -> open.alarm().priority())
            .thenComparing(open -> open.id().onset())
            .thenComparing(open -> open.id().rule());

    static IncidentAlarms of(StayAlarms stayAlarms) {
        List<OpenAlarm> open = stayAlarms.open().stream()
                .filter(OpenAlarm::isOfThePatient)
                .sorted(MOST_URGENT)
                .toList();
        List<OpenAlarm> calling = open.stream()
                .filter(each -> stayAlarms.shelf(each.id().rule()).isEmpty())
                .toList();
        return new IncidentAlarms(open, calling);
    }

    /** Returns the most urgent alarm that is not shelved. */
    Optional<OpenAlarm> lead() {
        return calling.stream().findFirst();
    }

    /** Returns the most urgent alarm that is neither shelved nor acknowledged. */
    Optional<OpenAlarm> waiting() {
        return calling.stream().filter(each -> !each.isAcknowledged()).findFirst();
    }

    /** Returns the most urgent priority of the alarms that are not shelved; null when there is none. */
    @Nullable
    AlarmPriority levelOrNull() {
        return lead().map(each -> each.alarm().priority()).orElse(null);
    }

    List<Alarm> alarms() {
        return open.stream().map(OpenAlarm::alarm).toList();
    }

    /** Returns the alarms whose condition lasts, or those that are latched after its end. */
    List<Alarm> alarms(boolean latched) {
        return open.stream()
                .filter(each -> each.handling().latched() == latched)
                .map(OpenAlarm::alarm)
                .toList();
    }

    /** Returns the newest acknowledgement when each alarm was acknowledged. A shelved alarm counts only when all are shelved. */
    Optional<AlarmAcknowledgement> acknowledgement() {
        List<OpenAlarm> asked = calling.isEmpty() ? open : calling;
        return asked.stream().allMatch(OpenAlarm::isAcknowledged)
                ? asked.stream()
                        .flatMap(each -> each.handling().acknowledgement().stream())
                        .max(Comparator.comparing(AlarmAcknowledgement::at))
                : Optional.empty();
    }
}
