package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;
import org.vigie.signal.alarm.incident.EscalationProgress;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.incident.IncidentPolicy;
import org.vigie.signal.alarm.incident.LiveAlarmValues;

/** Computes how the calls, the acknowledgement and the escalation chain of an incident go on after an event. */
record IncidentProgress(
        StayAlarms stayAlarms, IncidentPolicy policy, EscalationSchedule schedule, LiveAlarmValues values) {
    /** Returns the incident after a call with the most urgent priority of its alarms. The escalation chain starts again. */
    Incident called(Incident joined, Alarm alarm) {
        AlarmPriority level = IncidentAlarms.of(stayAlarms).levelOrNull();
        AlarmPriority needed = level == null || alarm.priority().isAbove(level) ? alarm.priority() : level;
        return joined.at(level, null).calledWith(needed, stayAlarms.clock(), scoreBand());
    }

    /** Returns the incident after an event that makes no call. */
    Incident extended(Incident joined, AlarmEvent event, boolean joins) {
        IncidentAlarms alarms = IncidentAlarms.of(stayAlarms);
        Instant end = alarms.open().isEmpty() ? endOf(joined, event.at()) : null;
        Incident present = joined.at(alarms.levelOrNull(), end);
        Incident chained = joins && startsChain(present, event, alarms)
                ? present.with(EscalationProgress.from(stayAlarms.clock()))
                : present;
        Incident answered = answered(chained, alarms, event);
        return answered.isAcknowledged() && !alarms.anyAcknowledged() ? ended(answered, alarms) : answered;
    }

    /** Returns true when an acknowledged incident has no chain for another alarm, all were shelved, or no step is left. */
    private boolean startsChain(Incident present, AlarmEvent event, IncidentAlarms alarms) {
        Alarm alarm = event.concernedAlarm().orElseThrow();
        Optional<OpenAlarm> beside = alarms.waitingBeside(alarm);
        if (present.isAcknowledged()) {
            return beside.flatMap(schedule::incidentStep).isEmpty();
        }
        boolean allWereShelved = event.kind() == AlarmEventKind.UNSHELVED && beside.isEmpty();
        boolean noStepLeft = schedule.incidentStep().isEmpty() && alarm.priority() != AlarmPriority.LOW;
        return allWereShelved || noStepLeft;
    }

    /** Returns an acknowledged incident of which no acknowledged alarm is left. A later HIGH alarm calls, a milder one has a chain. */
    private Incident ended(Incident answered, IncidentAlarms alarms) {
        Incident open = answered.unanswered().withoutHighCall();
        boolean chainRuns = alarms.waiting().flatMap(schedule::incidentStep).isPresent();
        return chainRuns ? open : open.with(EscalationProgress.from(stayAlarms.clock()));
    }

    /**
     * Returns the incident with a chain that starts again, when an alarm above LOW came after the newest call and no step is left for it.
     * The steps count from the raise or the rise of that alarm, so that none waits longer because a more urgent alarm has ended.
     */
    Optional<Incident> restarted() {
        Incident incident = stayAlarms.incident().orElseThrow();
        boolean ended = incident.calls().count() > 0 && schedule.incidentStep().isEmpty();
        return ended ? unreachedSince().map(since -> incident.with(EscalationProgress.from(since))) : Optional.empty();
    }

    /** Returns since when the oldest alarm above LOW waits for an answer without a call or a step. */
    private Optional<Instant> unreachedSince() {
        return IncidentAlarms.of(stayAlarms).calling().stream()
                .filter(each -> !each.isAcknowledged() && each.alarm().priority() != AlarmPriority.LOW)
                .flatMap(each -> schedule.unreachedSince(each).stream())
                .min(Comparator.naturalOrder());
    }

    private static Instant endOf(Incident joined, Instant at) {
        return joined.endOrNull() == null ? at : joined.endOrNull();
    }

    private Incident answered(Incident present, IncidentAlarms alarms, AlarmEvent event) {
        if (present.isAcknowledged() && event.kind() != AlarmEventKind.ACKNOWLEDGED) {
            return present;
        }
        return alarms.acknowledgement()
                .map(answer -> new AlarmAcknowledgement(answer.by(), event.at()))
                .map(answer -> present.acknowledgedBy(answer, scoreBand(), alarms.organSystems(policy)))
                .orElse(present);
    }

    /** Returns the response band of the early-warning score. */
    int scoreBand() {
        return policy.scoreBand(values.earlyWarning());
    }
}
