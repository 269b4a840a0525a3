package org.vigie.alerts.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.alerts.record.AlarmTrigger;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayOutput;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.triage.TriageRules;

/** Evaluates what only a clock can show about one stay: deadlines, silence, waiting readings and its end. */
public final class StayClockEvaluator {
    private final StayWatchConfig settings;
    private final CompiledUnitRules.RuleCache units;
    private final TriageUpdater triage;
    private final RiskAlarmExpiry riskExpiry;

    StayClockEvaluator(StayWatchConfig settings, CompiledUnitRules.RuleCache units, TriageUpdater triage) {
        this.settings = settings;
        this.units = units;
        this.triage = triage;
        this.riskExpiry = new RiskAlarmExpiry(settings.riskAge());
    }

    /** Returns the next deadline of the stay's alarms, on the stay's clock. */
    public Optional<Instant> nextDeadline(StayAlertState state) {
        CompiledUnitRules unit = units.of(state.alarms());
        return Stream.of(
                        unit.lifecycle(state.alarms(), state.detection()).nextDeadline(),
                        riskExpiry.at(state, unit.alarms()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Returns true when a deadline of the stay's alarms has passed at {@code clock}. */
    public boolean isDue(StayAlertState state, Instant clock) {
        return nextDeadline(state).filter(at -> !at.isAfter(clock)).isPresent();
    }

    /**
     * Advances the time of a stay that sends nothing. What was due while no task watched the stay happens once, at the end of that time:
     * a ward that stood still overnight does not make every call of the night.
     *
     * @param unwatchedUntil clock of the stay until which no task watched it
     */
    public StayEvaluation advanceTo(StayAlertState state, Instant unwatchedUntil, Instant clock, Instant now) {
        state.alarms().advance(unwatchedUntil);
        LedgerWriter writer = writer(state, state.published(), now);
        writer.advanceTo(clock);
        riskExpiry.apply(state, writer, clock);
        return new StayEvaluation(state.withHash(writer.hash()), writer.output());
    }

    /**
     * Evaluates the limits of a stay with values that came while it was not evaluated: under a provisional stay, or after an end that was
     * written by mistake.
     *
     * @param present instant at which a value must still be fresh to raise an alarm
     */
    public StayEvaluation evaluateUnseen(StayAlertState state, Instant present, Instant now) {
        LedgerWriter writer = writer(state, state.published(), now);
        writer.confirmBed(state.bed(), false);
        var events = writer.unit().alarms().evaluateUnseen(state.detection(), state.bed(), present);
        writer.append(events);
        return events.isEmpty()
                ? new StayEvaluation(state.withHash(writer.hash()), writer.output())
                : triage.updateUnlessSilent(state, writer);
    }

    /** Marks a stay as silent whose patient is not known to be present. Its triage level becomes unknown. */
    public StayEvaluation markSilent(StayAlertState state, Instant now) {
        LedgerWriter writer = silenceWriter(state, now);
        writer.append(
                writer.unit().alarms().clearUnread(state.detection()).stream().toList());
        return triage.displayUnknown(state, writer, TriageRules::silent);
    }

    /**
     * Marks a stay as silent whose patient is present. Its triage level becomes unknown, and the silence of the monitor raises an alarm. An
     * alarm that is open for another bed moves. The patient's own limits and saturation scale stay, because only readings confirm a transfer.
     *
     * @param bed bed of the patient by the admissions
     */
    public StayEvaluation markMissed(StayAlertState state, String bed, Instant now) {
        LedgerWriter writer = silenceWriter(state, now);
        AlarmDetector detector = writer.unit().alarms();
        writer.append(detector.clearUnread(state.detection()).stream().toList());
        raise(writer, detector.raiseSilent(state.detection(), bed, settings.silence()));
        raise(writer, detector.moveSilent(state.detection(), bed));
        return triage.displayUnknown(state, writer, TriageRules::silent);
    }

    private LedgerWriter silenceWriter(StayAlertState state, Instant now) {
        return writer(state, state.published().plus(settings.silence()), now);
    }

    private static void raise(LedgerWriter writer, Optional<AlarmConditionEvent> raised) {
        raise(writer, raised.stream().toList());
    }

    private static void raise(LedgerWriter writer, List<AlarmConditionEvent> events) {
        events.stream().findFirst().ifPresent(event -> writer.advanceTo(event.at()));
        writer.append(events);
    }

    /** Returns true when the silence of a stay whose patient is present on {@code bed} raises an alarm. */
    public boolean isSilenceUnreported(StayAlertState state, String bed) {
        return silentBed(state)
                .map(missed -> !missed.equals(bed))
                .orElseGet(() -> detector(state).isSilenceUnreported(state.detection()));
    }

    /** Returns the bed for which the silence of a stay was reported. */
    public Optional<String> silentBed(StayAlertState state) {
        return detector(state).silentBed(state.detection());
    }

    /** Returns true when waiting readings of a stay whose patient is present on {@code bed} raise an alarm. */
    public boolean isBacklogUnreported(StayAlertState state, String bed) {
        return unreadBed(state)
                .map(searched -> !searched.equals(bed))
                .orElseGet(() -> detector(state).isBacklogUnreported(state.detection()));
    }

    /** Returns the bed for which waiting readings of a stay were reported. */
    public Optional<String> unreadBed(StayAlertState state) {
        return detector(state).unreadBed(state.detection());
    }

    private AlarmDetector detector(StayAlertState state) {
        return units.at(state.alarms().bed()).alarms();
    }

    /**
     * Marks a stay with a patient on {@code bed} whose readings have waited so long that somebody must check it. It raises an alarm, and moves
     * one that is open for another bed.
     */
    public StayEvaluation markUnread(StayAlertState state, String bed, Duration unread, Instant now) {
        LedgerWriter writer = writer(state, state.published().plus(unread), now);
        AlarmDetector detector = writer.unit().alarms();
        raise(writer, detector.raiseUnread(state.detection(), bed, unread));
        raise(writer, detector.moveUnread(state.detection(), bed));
        return triage.displayUnknown(state, writer, TriageRules::late);
    }

    /** Marks a stay whose readings may be waiting. Its level becomes unknown, and no alarm is raised. */
    public StayEvaluation markLate(StayAlertState state, Instant now) {
        return triage.displayUnknown(state, writer(state, state.published(), now), TriageRules::late);
    }

    /** Ends a stay whose patient has left; {@code noted} is wall-clock time. */
    public StayEvaluation endStay(StayAlertState state, Instant end, Instant noted) {
        LedgerWriter writer = writer(state, state.published(), noted);
        writer.end(writer.unit().alarms().clearAll(state.detection(), end), end);
        return triage.displayUnknown(state.endedAt(noted), writer, TriageRules::ended);
    }

    private LedgerWriter writer(StayAlertState state, Instant published, Instant now) {
        return new LedgerWriter(state, units, AlarmTrigger.unprompted(published, now));
    }

    /** Returns the displayed triage at the stay's clock. */
    public StayOutput repeatDisplayed(StayAlertState state) {
        return StayOutput.of(state.displayed().stream()
                .map(displayed -> triage.triageRecord(displayed, state))
                .toList());
    }
}
