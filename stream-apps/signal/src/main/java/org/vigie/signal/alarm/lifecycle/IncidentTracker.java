package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.AlarmHandlingEvent.CalledAgain;
import org.vigie.signal.alarm.event.CallReason;
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
    private final IncidentProgress progress;

    IncidentTracker(StayAlarms stayAlarms, AlarmPolicy policy, LiveAlarmValues values) {
        this.stayAlarms = stayAlarms;
        this.policy = policy.incidents();
        this.schedule = new EscalationSchedule(stayAlarms, policy);
        this.values = values;
        this.rules = new IncidentCallRules(policy.incidents());
        this.progress = new IncidentProgress(stayAlarms, policy.incidents(), schedule, values);
    }

    /**
     * Returns the incident after an event; null when the event concerns no open alarm of the patient.
     *
     * @param sequence sequence number of the event's entry
     */
    @Nullable
    IncidentStateAfter after(AlarmEvent event, long sequence, CallDecision decision) {
        Alarm alarm = event.concernedAlarm()
                .filter(each -> each.kind().isOfThePatient())
                .orElse(null);
        Incident before = alarm == null ? null : before(event, alarm);
        if (alarm == null || before == null) {
            return null;
        }
        boolean joins = decision != CallDecision.NEVER && joins(event, alarm);
        CallReason reason = joins ? reason(event, alarm, before, decision).orElse(null) : null;
        Incident joined = joins ? joined(before, alarm, sequence, reason) : before;
        keep(reason == null ? progress.extended(joined, event, joins) : progress.called(joined, alarm));
        if (reason == null) {
            progress.restarted().ifPresent(this::keep);
        }
        return stateAfter(alarm, reason);
    }

    /** Returns the incident with an alarm that joins it. One of low priority that calls nobody makes no organ system known. */
    private Incident joined(Incident before, Alarm alarm, long sequence, @Nullable CallReason reason) {
        boolean silent = reason == null && alarm.priority() == AlarmPriority.LOW;
        return before.joinedBy(silent ? Set.of() : Set.of(policy.organSystem(alarm.rule())), sequence);
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

    private Optional<CallReason> reason(AlarmEvent event, Alarm alarm, Incident before, CallDecision decision) {
        if (event instanceof CalledAgain again) {
            return Optional.of(again.reason());
        }
        boolean latched = stayAlarms
                .find(alarm.id())
                .filter(open -> open.handling().latched())
                .isPresent();
        boolean settled =
                !latched && (before.isAcknowledged() || schedule.incidentStep().isEmpty());
        Optional<CallReason> byRules =
                rules.reason(before, alarm, event.kind(), settled).map(reason -> proven(reason, alarm, event.at()));
        return decision == CallDecision.ALWAYS
                ? byRules.or(() -> Optional.of(IncidentCallRules.reasonOfUncovered(before, alarm)))
                : byRules;
    }

    /** Returns the reason of a call at the end of a shelf. It says that the alarm is still true only after a recent measurement. */
    private CallReason proven(CallReason reason, Alarm alarm, Instant at) {
        Instant recent = at.minus(policy.calls().renewal());
        return reason == CallReason.STILL_TRUE
                        && values.measuredAfter(recent, alarm, at).isEmpty()
                ? CallReason.NOT_MEASURED_AGAIN
                : reason;
    }

    /** Returns true when an alarm that is neither shelved nor acknowledged was raised, upgraded, unshelved or called again. */
    private boolean joins(AlarmEvent event, Alarm alarm) {
        boolean changes = switch (event.kind()) {
            case RAISED, UPGRADED, CALLED_AGAIN, UNSHELVED -> true;
            default -> false;
        };
        return changes
                && stayAlarms.shelf(alarm.rule()).isEmpty()
                && stayAlarms.find(alarm.id()).filter(OpenAlarm::isAcknowledged).isEmpty();
    }

    /** Lowers the level of the incident after the condition of a latching alarm has eased. */
    void ease(Instant at) {
        stayAlarms
                .incident()
                .map(incident -> rules.until(incident, at))
                .map(incident -> incident.at(IncidentAlarms.of(stayAlarms).levelOrNull(), incident.endOrNull()))
                .ifPresent(this::keep);
    }

    int scoreBand() {
        return progress.scoreBand();
    }

    /** Keeps the incident. Each of its open alarms shows the progress of the one chain. */
    void keep(Incident incident) {
        stayAlarms.keep(incident);
        IncidentAlarms.of(stayAlarms)
                .open()
                .forEach(each -> stayAlarms.keep(each.with(incident.response().escalation())));
    }

    private IncidentStateAfter stateAfter(Alarm alarm, @Nullable CallReason reason) {
        IncidentAlarms alarms = IncidentAlarms.of(stayAlarms);
        Incident stored = stayAlarms.incident().orElseThrow();
        Incident incident = alarms.waiting().isPresent() ? stored.unanswered() : stored;
        List<Alarm> open = alarms.alarms();
        var sentence = new IncidentSentence(new IncidentTimeText(policy.zone(), stayAlarms.clock()), values);
        return new IncidentStateAfter(
                incident.with(alarms.organSystems(policy)),
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
