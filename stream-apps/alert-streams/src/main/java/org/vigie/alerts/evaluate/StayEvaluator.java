package org.vigie.alerts.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.alerts.record.AlarmCommandMapper;
import org.vigie.alerts.record.AlarmTrigger;
import org.vigie.alerts.record.AlarmTrigger.SentCommand;
import org.vigie.alerts.record.CleanObservationSplitter;
import org.vigie.alerts.record.RejectedReadingTimes;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayOutput;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.RejectedReading;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.detect.InstantReadings;
import org.vigie.signal.alarm.event.AlarmConditionEvent;

/** Evaluates early warning, alarms and triage of one stay for one record, in this order, and returns the new state. */
public final class StayEvaluator {
    private final CompiledUnitRules.RuleCache units;
    private final TriageUpdater triage;
    private final RiskAlarmExpiry riskExpiry;

    StayEvaluator(CompiledUnitRules.RuleCache units, TriageUpdater triage, RiskAlarmExpiry riskExpiry) {
        this.units = units;
        this.triage = triage;
        this.riskExpiry = riskExpiry;
    }

    /** Uses the alarm rules that are in force at a time, for records and for the clock. */
    public void useRulesAt(Instant time) {
        units.useAt(time);
    }

    /**
     * Evaluates an observation. Most observations of a calm patient decide nothing and only change the newest values.
     *
     * @param now wall-clock time
     */
    public StayEvaluation evaluate(StayAlertState state, CleanObservation observation, Instant now) {
        Instant before = state.detection().clock();
        List<InstantReadings> instants = new CleanObservationSplitter(observation).instants();
        return SteadyStays.take(state, observation, instants)
                ? new StayEvaluation(state.steadyWith(observation), StayOutput.NOTHING)
                : evaluate(state, observation, instants, new EvaluationTimes(before, now));
    }

    /** Holds the stay's clock before an observation, and the wall-clock time. */
    private record EvaluationTimes(Instant clockBefore, Instant now) {}

    private StayEvaluation evaluate(
            StayAlertState state, CleanObservation observation, List<InstantReadings> instants, EvaluationTimes times) {
        AlarmDetectionState detection = state.detection();
        var writer = new LedgerWriter(state, units, AlarmTrigger.of(observation, times.now()));
        boolean newest = new CleanObservationSplitter(observation).isNewest(times.clockBefore());
        String bed = writer.confirmBed(observation.getBed(), newest);
        for (InstantReadings observed : instants) {
            InstantReadings readings = observed.on(bed);
            List<AlarmConditionEvent> events = writer.unit().alarms().evaluate(detection, readings);
            writer.advanceTo(detection.clock());
            writer.append(events);
        }
        riskExpiry.apply(state, writer, detection.clock());
        writer.append(clockEvents(writer.unit().alarms(), detection, observation));
        StayAlertState taken = state.with(observation);
        return new CleanObservationSplitter(observation).isLive(times.clockBefore(), detection.clock())
                ? triage.update(taken, writer)
                : triage.updateUnlessSilent(taken, writer);
    }

    private static List<AlarmConditionEvent> clockEvents(
            AlarmDetector detector, AlarmDetectionState detection, CleanObservation observation) {
        List<String> variables = observation.getReadings().stream()
                .map(JudgedReading::getVariable)
                .toList();
        Instant received = observation.getReceivedTime();
        return detector.clockOff(detection, variables, received)
                .map(off -> detector.clock(detection, observation.getBed(), observation.getDevice(), off, received))
                .orElse(List.of());
    }

    /**
     * Adds readings that were measured before the patient was known. They update the current values and raise no alarm. An alarm whose value
     * they take back ends. The newest ones show the patient's bed after a transfer that was entered late.
     */
    public StayEvaluation fill(StayAlertState state, CleanObservation observation, Instant now) {
        var splitter = new CleanObservationSplitter(observation);
        var writer = new LedgerWriter(state, units, AlarmTrigger.of(observation, now));
        writer.confirmBed(
                observation.getBed(), splitter.isNewest(state.detection().clock()));
        AlarmDetector detector = writer.unit().alarms();
        splitter.instants().forEach(readings -> writer.append(detector.fillPast(state.detection(), readings)));
        return new StayEvaluation(state.with(observation).withHash(writer.hash()), writer.output());
    }

    /** Evaluates a reading that was rejected because of an equipment fault. */
    public StayEvaluation evaluate(StayAlertState state, RejectedReading rejected, Instant now) {
        var writer = new LedgerWriter(state, units, AlarmTrigger.unprompted(rejected.getPublishedAt(), now));
        writer.confirmBed(rejected.getBed(), false);
        writer.append(faultEvents(writer.unit().alarms(), state.detection(), rejected));
        return new StayEvaluation(state.withHash(writer.hash()), writer.output());
    }

    private static List<AlarmConditionEvent> faultEvents(
            AlarmDetector detector, AlarmDetectionState detection, RejectedReading rejected) {
        var times = new RejectedReadingTimes(rejected);
        String bed = rejected.getBed();
        if (rejected.getReason() == CleaningReasonRecord.FUTURE_TIME) {
            Duration ahead = times.clockAhead();
            return detector.clock(detection, bed, rejected.getDevice(), ahead, times.received());
        }
        return detector.unmapped(detection, bed, rejected.getDetail(), times.received());
    }

    /** Executes a command at the time at which the broker appended it. */
    public StayEvaluation execute(StayAlertState state, SentCommand command, Instant published, Instant now) {
        var writer = new LedgerWriter(state, units, AlarmTrigger.of(command, published, now));
        Instant clock = state.hasNoReadings() ? command.command().getAt() : state.clockAt(published);
        writer.execute(AlarmCommandMapper.of(command.command()), clock);
        return command.command().getKind() == CommandTypeRecord.SET_NEWS2_SCALE
                ? triage.updateUnlessSilent(state, writer)
                : new StayEvaluation(state.withHash(writer.hash()), writer.output());
    }
}
