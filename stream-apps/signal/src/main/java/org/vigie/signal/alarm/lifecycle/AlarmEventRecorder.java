package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.PatientSaturationScale;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmCommandEvent.Acknowledged;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmConditionEvent.Cleared;
import org.vigie.signal.alarm.event.AlarmConditionEvent.Downgraded;
import org.vigie.signal.alarm.event.AlarmEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.AlarmHandlingEvent.AudioResumed;
import org.vigie.signal.alarm.event.AlarmHandlingEvent.Escalated;
import org.vigie.signal.alarm.event.AlarmHandlingEvent.Unshelved;
import org.vigie.signal.alarm.event.CommandRefused;
import org.vigie.signal.alarm.event.PatientLimitEvent.LimitExpired;
import org.vigie.signal.alarm.event.PatientLimitEvent.LimitSet;
import org.vigie.signal.alarm.event.SaturationScaleEvent.SaturationScaleExpired;
import org.vigie.signal.alarm.event.SaturationScaleEvent.SaturationScaleSet;
import org.vigie.signal.alarm.event.StayContext;
import org.vigie.signal.alarm.event.StayNoteRecorded;
import org.vigie.signal.alarm.incident.EscalationProgress;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.incident.IncidentStateAfter;
import org.vigie.signal.alarm.incident.LiveAlarmValues;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.text.LocalizedText;

/** Records the events of one stay as ledger entries, each with the state of the alarm after it. */
final class AlarmEventRecorder {
    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final String ruleVersion;
    private final EscalationSchedule schedule;
    private final IncidentTracker incidents;
    private final List<LedgerEntry> entries = new ArrayList<>();

    AlarmEventRecorder(StayAlarms stayAlarms, AlarmPolicy policy, String ruleVersion, LiveAlarmValues values) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.ruleVersion = ruleVersion;
        this.schedule = new EscalationSchedule(stayAlarms, policy);
        this.incidents = new IncidentTracker(stayAlarms, policy, values);
        incidents.adopt();
    }

    /** Returns the response band of the early-warning score. */
    int scoreBand() {
        return incidents.scoreBand();
    }

    /** Returns the entries since the last call. */
    List<LedgerEntry> drain() {
        List<LedgerEntry> drained = List.copyOf(entries);
        entries.clear();
        return drained;
    }

    /**
     * Returns the event with a time that is not before the newest entry. A late event, or one from a clock that is behind, gets the time of
     * the newest entry. An open alarm keeps the time at which it was raised.
     */
    AlarmConditionEvent inOrder(AlarmConditionEvent event) {
        Instant newest = stayAlarms.newestEntryAt();
        Instant at = event.at().isBefore(newest) ? newest : event.at();
        Alarm alarm = event.alarm();
        Instant raisedAt = event.kind() == AlarmEventKind.RAISED
                ? at
                : stayAlarms
                        .find(alarm.id())
                        .map(open -> open.alarm().raisedAt())
                        .orElse(alarm.raisedAt());
        return event.with(alarm.raisedAt(raisedAt), at);
    }

    /** Records an event whose time is in order. */
    void record(AlarmEvent event) {
        record(event, CallDecision.BY_RULES);
    }

    /** Records the new episode of an alarm that was latched. It calls unless its rule is shelved. */
    void recordAfterLatched(AlarmEvent event) {
        record(event, CallDecision.ALWAYS);
    }

    private void record(AlarmEvent event, CallDecision decision) {
        long sequence = stayAlarms.nextSequence(event.at());
        IncidentStateAfter incident = incidents.after(event, sequence, decision);
        entries.add(new LedgerEntry(sequence, event, stateAfter(event, incident)));
    }

    private AlarmStateAfter stateAfter(AlarmEvent event, @Nullable IncidentStateAfter incident) {
        Optional<Alarm> alarm = event.concernedAlarm();
        Optional<OpenAlarm> open = alarm.map(Alarm::id).flatMap(stayAlarms::find);
        Optional<ShelvedRule> shelf = alarm.map(Alarm::rule).flatMap(stayAlarms::shelf);
        return new AlarmStateAfter(
                open.orElse(null),
                shelf.map(ShelvedRule::until).orElse(null),
                open.flatMap(schedule::dueAt).orElse(null),
                incident);
    }

    /** Takes the next step of the incident's chain. The entry concerns its most urgent alarm that waits for an answer. */
    void escalateIncident(Instant at) {
        String role = schedule.incidentStep().orElseThrow().to();
        Incident incident = stayAlarms.incident().orElseThrow();
        incidents.keep(incident.with(incident.response().escalation().then(role)));
        OpenAlarm waiting = IncidentAlarms.of(stayAlarms).waiting().orElseThrow();
        record(new Escalated(waiting.alarm(), role, at));
    }

    /** Takes the next step of a technical alarm's chain. */
    void escalate(OpenAlarm technical, Instant at) {
        String role = schedule.technicalStep(technical).orElseThrow().to();
        stayAlarms.keep(technical.with(technical.handling().escalation().then(role)));
        record(new Escalated(technical.alarm(), role, at));
    }

    /** Acknowledges alarms. Those whose condition eased while they latched are downgraded then. */
    void acknowledge(List<OpenAlarm> waiting, AlarmCommand command) {
        Instant now = stayAlarms.clock();
        waiting.forEach(each -> stayAlarms.keep(each.acknowledgedBy(command.by(), now)));
        waiting.forEach(each -> record(new Acknowledged(each.alarm(), command, now)));
        waiting.stream()
                .flatMap(each -> stayAlarms.find(each.id()).stream())
                .filter(each -> each.handling().easedOrNull() != null)
                .forEach(each -> downgrade(each, new Downgraded(each.handling().easedOrNull(), now)));
    }

    /** Keeps how mild the condition of a latching alarm is now. The alarm keeps its priority, and there is no entry. */
    void ease(OpenAlarm open, AlarmConditionEvent event) {
        stayAlarms.keep(open.easedTo(event.alarm()));
        incidents.ease(event.at());
    }

    void downgrade(OpenAlarm open, AlarmConditionEvent event) {
        stayAlarms.keep(open.downgradedTo(event.alarm(), stayAlarms.sequence() + 1));
        record(event);
    }

    void clear(OpenAlarm openAlarm, Instant at, LocalizedText reason) {
        stayAlarms.close(openAlarm.alarm());
        record(new Cleared(openAlarm.alarm().explainedBy(reason), at));
    }

    void resume(OpenAlarm openAlarm, @Nullable AlarmCommand command, Instant at) {
        stayAlarms.keep(openAlarm.pausedUntil(null));
        record(new AudioResumed(openAlarm.alarm(), command, at));
    }

    /** Ends the shelving of a rule by a command or at its end. An open alarm that has not called yet calls now. */
    void unshelve(ShelvedRule shelf, @Nullable AlarmCommand command, Instant at) {
        unshelve(shelf, command, at, CallDecision.BY_RULES);
    }

    /** Ends the shelving of a rule before its more urgent alarm, which calls. */
    void unshelveBefore(ShelvedRule shelf, Instant at) {
        unshelve(shelf, null, at, CallDecision.NEVER);
    }

    /**
     * Ends the shelving of a rule. The entry concerns the open alarm, or else the alarm that was shelved. The escalation chain of a
     * technical alarm starts again.
     */
    private void unshelve(ShelvedRule shelf, @Nullable AlarmCommand command, Instant at, CallDecision decision) {
        String rule = shelf.alarm().rule();
        stayAlarms.unshelve(rule);
        stayAlarms
                .of(rule)
                .filter(open -> !open.isOfThePatient())
                .ifPresent(open -> stayAlarms.keep(open.with(EscalationProgress.from(at))));
        Alarm concerned = stayAlarms.of(rule).map(OpenAlarm::alarm).orElse(shelf.alarm());
        record(new Unshelved(concerned, command, at), decision);
    }

    void expire(PatientLimit limit, Instant at) {
        stayAlarms.drop(limit);
        record(new LimitExpired(context(), limit, at));
    }

    void set(PatientLimit limit, AlarmCommand command, Instant at) {
        stayAlarms.set(limit);
        record(new LimitSet(context(), limit, command, at));
    }

    /** Sets the saturation scale of the patient. Scale 1 is the usual one and is not stored. */
    void set(SaturationScale scale, AlarmCommand command, Instant at) {
        boolean usual = scale == SaturationScale.SCALE_1;
        stayAlarms.setPatientScale(usual ? null : new PatientSaturationScale(scale, command.by(), at));
        record(new SaturationScaleSet(context(), scale, command, at));
    }

    /** Records a note about the stay, which changes no alarm. */
    void note(AlarmEventKind kind, LocalizedText text, AlarmCommand command, Instant at) {
        record(new StayNoteRecorded(context(), kind, text, command, at));
    }

    /** Ends the patient's own limits and saturation scale. */
    void expirePatientSettings(Instant at) {
        stayAlarms.limits().forEach(limit -> expire(limit, at));
        if (stayAlarms.patientScale().isPresent()) {
            stayAlarms.setPatientScale(null);
            record(new SaturationScaleExpired(context(), at));
        }
    }

    /** Records a refused command, with its alarm where that is known. */
    void refuse(AlarmCommand command, AlarmCommandRefusal why, Instant at) {
        Alarm concerned = stayAlarms.findOpenOrClosed(command.alert()).orElse(null);
        LocalizedText detail = policy.limits().explain(command, why, at);
        record(new CommandRefused(context(), concerned, command, why, detail, at));
    }

    private StayContext context() {
        return new StayContext(stayAlarms.stay(), stayAlarms.bed(), ruleVersion);
    }
}
