package org.vigie.signal.alarm.lifecycle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;
import org.vigie.signal.alarm.incident.IncidentPolicy;
import org.vigie.signal.alarm.incident.OrganSystem;

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

    /** Returns the most urgent alarm that is neither shelved nor latched. */
    Optional<OpenAlarm> lead() {
        return calling.stream().filter(each -> !each.handling().latched()).findFirst();
    }

    /** Returns the most urgent alarm that is neither shelved nor acknowledged. */
    Optional<OpenAlarm> waiting() {
        return calling.stream().filter(each -> !each.isAcknowledged()).findFirst();
    }

    /** Returns the most urgent of the other alarms that are neither shelved nor acknowledged. */
    Optional<OpenAlarm> waitingBeside(Alarm alarm) {
        return calling.stream()
                .filter(each -> !each.isAcknowledged() && !each.id().equals(alarm.id()))
                .findFirst();
    }

    /**
     * Returns the most urgent priority of the alarms that are neither shelved nor latched; null when there is none. An alarm that eased
     * while it latched counts with the priority of its condition.
     */
    @Nullable
    AlarmPriority levelOrNull() {
        return calling.stream()
                .filter(each -> !each.handling().latched())
                .map(OpenAlarm::lastingPriority)
                .min(Comparator.naturalOrder())
                .orElse(null);
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
        List<OpenAlarm> asked = asked();
        return asked.stream().allMatch(OpenAlarm::isAcknowledged)
                ? asked.stream()
                        .flatMap(each -> each.handling().acknowledgement().stream())
                        .max(Comparator.comparing(AlarmAcknowledgement::at))
                : Optional.empty();
    }

    /** Returns true when an alarm is open that was acknowledged. A shelved alarm counts only when all are shelved. */
    boolean anyAcknowledged() {
        return asked().stream().anyMatch(OpenAlarm::isAcknowledged);
    }

    private List<OpenAlarm> asked() {
        return calling.isEmpty() ? open : calling;
    }

    Set<OrganSystem> organSystems(IncidentPolicy policy) {
        return open.stream().map(each -> policy.organSystem(each.id().rule())).collect(Collectors.toSet());
    }
}
