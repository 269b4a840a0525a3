package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.AlarmHandlingEvent.CalledAgain;
import org.vigie.signal.alarm.event.CallReason;
import org.vigie.signal.alarm.incident.EscalationProgress;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.incident.IncidentCallRules;
import org.vigie.signal.alarm.incident.IncidentPolicy;
import org.vigie.signal.alarm.incident.IncidentSentence;
import org.vigie.signal.alarm.incident.IncidentStateAfter;
import org.vigie.signal.alarm.incident.IncidentTimeText;
import org.vigie.signal.alarm.incident.LiveAlarmValues;

/** Updates the incident of a stay with each event of a patient's alarm, and decides whether the event calls people. */
final class IncidentTracker {
    private final StayAlarms stayAlarms;
    private final IncidentPolicy policy;
    private final EscalationSchedule schedule;
    private final LiveAlarmValues values;
    private final IncidentCallRules rules;

    IncidentTracker(StayAlarms stayAlarms, AlarmPolicy policy, LiveAlarmValues values) {
        this.stayAlarms = stayAlarms;
        this.policy = policy.incidents();
        this.schedule = new EscalationSchedule(stayAlarms, policy);
        this.values = values;
        this.rules = new IncidentCallRules(policy.incidents());
    }

    /**
     * Returns the incident after an event; null when the event concerns no open alarm of the patient.
     *
     * @param sequence sequence number of the event's entry
     * @param mayCall false for an event that only prepares the next one, which calls
     */
    @Nullable
    IncidentStateAfter after(AlarmEvent event, long sequence, boolean mayCall) {
        Alarm alarm = event.concernedAlarm()
                .filter(each -> each.kind().isOfThePatient())
                .orElse(null);
        Incident before = alarm == null ? null : before(event, alarm);
        if (alarm == null || before == null) {
            return null;
        }
        CallReason reason = mayCall ? reason(event, alarm, before).orElse(null) : null;
        Incident joined = isChange(event) ? before.joinedBy(policy.organSystem(alarm.rule()), sequence) : before;
        keep(reason == null ? extended(joined, event) : called(joined, reason));
        return stateAfter(alarm, reason);
    }

    /** Returns the incident of an open alarm, or of one that the event ends. A first alarm opens a new incident. */
    private @Nullable Incident before(AlarmEvent event, Alarm alarm) {
        Optional<Incident> present = stayAlarms.incident().filter(each -> !each.isOver(event.at(), policy.window()));
        boolean open = stayAlarms.find(alarm.id()).isPresent();
        boolean ends = event.kind() == AlarmEventKind.CLEARED && present.isPresent();
        if (!open && !ends) {
            return null;
        }
        return rules.until(present.orElseGet(() -> Incident.of(alarm, stayAlarms.clock())), event.at());
    }

    private Optional<CallReason> reason(AlarmEvent event, Alarm alarm, Incident before) {
        if (event instanceof CalledAgain again) {
            return Optional.of(again.reason());
        }
        boolean calls = isChange(event) || event.kind() == AlarmEventKind.UNSHELVED;
        boolean silent = stayAlarms.shelf(alarm.rule()).isPresent()
                || stayAlarms.find(alarm.id()).filter(OpenAlarm::isAcknowledged).isPresent();
        return calls && !silent ? rules.reason(before, alarm) : Optional.empty();
    }

    private static boolean isChange(AlarmEvent event) {
        return switch (event.kind()) {
            case RAISED, UPGRADED, CALLED_AGAIN -> true;
            default -> false;
        };
    }

    /** Returns the incident after a call with the most urgent priority of its alarms. The escalation chain starts again. */
    private Incident called(Incident joined, CallReason reason) {
        AlarmPriority level = IncidentAlarms.of(stayAlarms).levelOrNull();
        if (level == null) {
            throw new IllegalStateException(reason + ": an incident without an alarm that is not shelved called");
        }
        return joined.at(level, null).calledWith(level, stayAlarms.clock(), scoreBand());
    }

    private Incident extended(Incident joined, AlarmEvent event) {
        IncidentAlarms alarms = IncidentAlarms.of(stayAlarms);
        Instant end = alarms.open().isEmpty() ? endOf(joined, event.at()) : null;
        Incident present = joined.at(alarms.levelOrNull(), end);
        if (present.isAcknowledged()) {
            return present;
        }
        boolean allWereShelved = event.kind() == AlarmEventKind.UNSHELVED && joined.levelOrNull() == null;
        Incident waiting = allWereShelved ? present.with(EscalationProgress.from(stayAlarms.clock())) : present;
        return answered(waiting, alarms, event.at());
    }

    private static Instant endOf(Incident joined, Instant at) {
        return joined.endOrNull() == null ? at : joined.endOrNull();
    }

    private Incident answered(Incident present, IncidentAlarms alarms, Instant at) {
        return alarms.acknowledgement()
                .map(answer -> present.acknowledgedBy(answer.by(), at, scoreBand()))
                .orElse(present);
    }

    /** Returns the response band of the early-warning score. */
    int scoreBand() {
        return policy.scoreBand(values.earlyWarning());
    }

    /** Keeps the incident. Each of its open alarms shows the progress of the one chain. */
    void keep(Incident incident) {
        stayAlarms.keep(incident);
        IncidentAlarms.of(stayAlarms)
                .open()
                .forEach(each -> stayAlarms.keep(each.with(incident.response().escalation())));
    }

    private IncidentStateAfter stateAfter(Alarm alarm, @Nullable CallReason reason) {
        Incident incident = stayAlarms.incident().orElseThrow();
        IncidentAlarms alarms = IncidentAlarms.of(stayAlarms);
        List<Alarm> open = alarms.alarms();
        var sentence = new IncidentSentence(new IncidentTimeText(policy.zone(), stayAlarms.clock()), values);
        return new IncidentStateAfter(
                incident,
                open.isEmpty() ? alarm.priority() : open.get(0).priority(),
                open,
                sentence.of(alarms.alarms(false), alarms.alarms(true)),
                reason,
                schedule.incidentDueAt().orElse(null));
    }

    /** Opens an incident for the open alarms of a state that an earlier release stored without one. */
    void adopt() {
        IncidentAlarms alarms = IncidentAlarms.of(stayAlarms);
        if (stayAlarms.incident().isEmpty() && !alarms.open().isEmpty()) {
            keep(new EarlierAlarms(alarms, policy).incident(stayAlarms.clock()));
        }
    }
}
