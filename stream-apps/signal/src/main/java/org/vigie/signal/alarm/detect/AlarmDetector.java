package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.MeasurementTime;

/**
 * Evaluates the alarm rules for a stay, instant by instant. The same readings give the same events; there is no clock here.
 *
 * <p>Limits are evaluated first. While a limit alarm is pending or open, the early-warning score raises no second alarm. It only upgrades
 * the open alarm. After the limit alarm has ended, the delay of the score starts again.
 */
public final class AlarmDetector {
    private final AlarmRuleSet rules;
    private final PatientRuleEvaluator patientRules;
    private final List<AlarmRule> equipment;
    private final List<AlarmRule> risks;
    private final News2Calculator news2 = new News2Calculator();
    private final SaturationScale scale;

    /** Creates a detector for patients on scale 1 of NEWS2. */
    public AlarmDetector(AlarmRuleSet rules) {
        this(rules, SaturationScale.SCALE_1);
    }

    /** @param scale saturation scale with which NEWS2 is computed */
    public AlarmDetector(AlarmRuleSet rules, SaturationScale scale) {
        this.rules = rules;
        this.scale = scale;
        patientRules = new PatientRuleEvaluator(rules, this::warning);
        equipment = rules.of(AlarmRuleKind.TECHNICAL);
        risks = rules.of(AlarmRuleKind.RISK);
    }

    /** Evaluates one instant and updates {@code detection}. Returns the events in the order of the rules. */
    public List<AlarmConditionEvent> evaluate(AlarmDetectionState detection, InstantReadings readings) {
        Instant before = detection.clock();
        MeasurementTime moment = readings.moment();
        detection.advance(moment);
        patientRules.forgetStaleViolations(detection, before);
        Set<String> withdrawn = detection.withdraw(readings);
        List<String> changed = detection.take(readings, moment);
        List<AlarmConditionEvent> monitoredAgain = BedSilenceRule.clear(detection, rules.version());
        RuleEvaluation evaluation = new RuleEvaluation(detection, rules.version(), readings.bed());
        patientRules.withdraw(evaluation, withdrawn);
        patientRules.evaluate(evaluation, AlarmDetectionState.when(moment), changed);
        equipment.forEach(rule -> TechnicalAlarmDetector.evaluate(evaluation, rule));
        return monitoredAgain.isEmpty()
                ? evaluation.events()
                : Stream.concat(monitoredAgain.stream(), evaluation.events().stream())
                        .toList();
    }

    /**
     * Adds an instant of the past to {@code detection}. It updates the known values and raises no alarm. An alarm whose value it takes back
     * ends.
     */
    public List<AlarmConditionEvent> fillPast(AlarmDetectionState detection, InstantReadings readings) {
        MeasurementTime moment = readings.moment();
        detection.advance(moment);
        Set<String> withdrawn = detection.withdraw(readings);
        detection.take(readings, moment);
        RuleEvaluation evaluation = new RuleEvaluation(detection, rules.version(), readings.bed());
        patientRules.withdraw(evaluation, withdrawn);
        return evaluation.events();
    }

    /**
     * Evaluates the limits with values that were added while no rule was evaluated. It raises alarms and clears none.
     *
     * @param present instant at which a value must still be fresh
     */
    public List<AlarmConditionEvent> evaluateUnseen(AlarmDetectionState detection, String bed, Instant present) {
        RuleEvaluation evaluation = new RuleEvaluation(detection, rules.version(), bed);
        patientRules.evaluateUnseen(evaluation, variable -> detection.vitals().isFresh(variable, present));
        return evaluation.events();
    }

    /** Raises {@code bed_silent} when a monitored stay has sent nothing for {@code silence} of wall-clock time. */
    public Optional<AlarmConditionEvent> raiseSilent(AlarmDetectionState detection, String bed, Duration silence) {
        return BedSilenceRule.SILENT.raise(detection, rules.version(), bed, silence);
    }

    /** Returns true when {@link #raiseSilent} raises an alarm. */
    public boolean isSilenceUnreported(AlarmDetectionState detection) {
        return BedSilenceRule.SILENT.isUnreported(detection);
    }

    /**
     * Ends {@code bed_silent} and raises it for {@code bed}, because the patient was transferred. It returns no events unless the alarm is open
     * for another bed.
     */
    public List<AlarmConditionEvent> moveSilent(AlarmDetectionState detection, String bed) {
        return BedSilenceRule.SILENT.move(detection, rules.version(), bed);
    }

    /** Returns the bed for which {@code bed_silent} is open. */
    public Optional<String> silentBed(AlarmDetectionState detection) {
        return BedSilenceRule.SILENT.bed(detection);
    }

    /** Raises {@code bed_unread} when no reading of a monitored stay was processed for {@code silence} of wall-clock time. */
    public Optional<AlarmConditionEvent> raiseUnread(AlarmDetectionState detection, String bed, Duration silence) {
        return BedSilenceRule.UNREAD.raise(detection, rules.version(), bed, silence);
    }

    /** Returns true when {@link #raiseUnread} raises an alarm. */
    public boolean isBacklogUnreported(AlarmDetectionState detection) {
        return BedSilenceRule.UNREAD.isUnreported(detection);
    }

    /** Ends {@code bed_unread} and raises it for {@code bed}. It returns no events unless the alarm is open for another bed. */
    public List<AlarmConditionEvent> moveUnread(AlarmDetectionState detection, String bed) {
        return BedSilenceRule.UNREAD.move(detection, rules.version(), bed);
    }

    /** Returns the bed for which {@code bed_unread} is open. */
    public Optional<String> unreadBed(AlarmDetectionState detection) {
        return BedSilenceRule.UNREAD.bed(detection);
    }

    /** Clears {@code bed_unread} after all readings were processed. */
    public Optional<AlarmConditionEvent> clearUnread(AlarmDetectionState detection) {
        return BedSilenceRule.clearUnread(detection, rules.version());
    }

    /** Returns true for a rule that is evaluated at the bed, and for a built-in one. */
    public boolean isUsed(String rule) {
        return rules.has(rule) || BedSilenceRule.isRule(rule);
    }

    /** Removes the state of each rule that is no longer used, after a transfer or with a new rule file. */
    public void forgetUnused(AlarmDetectionState detection) {
        detection.retain(this::isUsed);
    }

    /** Clears all open alarms of a stay that ended at {@code end}. */
    public List<AlarmConditionEvent> clearAll(AlarmDetectionState detection, Instant end) {
        return new EndOfStayClearing(detection, rules, end).clearAll();
    }

    /** Returns NEWS2 of a stay at its newest instant. */
    public EarlyWarningScore warning(AlarmDetectionState detection) {
        return warning(detection, detection.clock());
    }

    /** Returns NEWS2 of a stay at {@code now}, which may lie after its newest reading. */
    public EarlyWarningScore warning(AlarmDetectionState detection, Instant now) {
        return news2.score(detection.vitals(), scale, now);
    }

    /**
     * Evaluates a predicted risk. The lower end of its interval raises and clears the alarm.
     *
     * @param low lower end of the interval, 0 to 1
     * @param at event time of the scored window; for a window that ends after the stay's newest instant, that instant is used
     */
    public List<AlarmConditionEvent> predict(AlarmDetectionState detection, String bed, double low, Instant at) {
        RuleEvaluation evaluation = new RuleEvaluation(detection, rules.version(), bed);
        Instant reportedAt = at.isAfter(detection.clock()) && detection.hasReadings() ? detection.clock() : at;
        for (AlarmRule rule : risks) {
            var sample = new RuleSample(rule.sources().get(0), low, low, ClockAlignment.LIVE);
            evaluation.evaluate(rule, List.of(sample), AlarmEventDetails.withoutRemark(reportedAt, List::of));
        }
        return evaluation.events();
    }

    /** Returns true when a predicted risk has an open alarm. */
    public boolean hasOpenRisk(AlarmDetectionState detection) {
        return risks.stream().anyMatch(rule -> detection.condition(rule).raisedOrNull() != null);
    }

    /** Ends the alarms of predicted risks, because no recent score has an interval. */
    public List<AlarmConditionEvent> endRisks(AlarmDetectionState detection, String bed, Instant at) {
        RuleEvaluation evaluation = new RuleEvaluation(detection, rules.version(), bed);
        risks.forEach(rule -> evaluation.endWithoutScore(rule, at));
        return evaluation.events();
    }

    /** Reports a code that no catalogue contains; {@code what} names it. */
    public List<AlarmConditionEvent> unmapped(AlarmDetectionState detection, String bed, String what, Instant at) {
        RuleEvaluation evaluation = new RuleEvaluation(detection, rules.version(), bed);
        TechnicalAlarmDetector.equipmentReported(evaluation, equipment, RuleInput.UNMAPPED, 1, what, at);
        return evaluation.events();
    }

    /**
     * Evaluates the clock offset that a message shows.
     *
     * @param off offset of the device's clock, never negative
     * @param received when the message was received, on the ward's clock
     */
    public List<AlarmConditionEvent> clock(
            AlarmDetectionState detection, String bed, String device, Duration off, Instant received) {
        RuleEvaluation evaluation = new RuleEvaluation(detection, rules.version(), bed);
        if (detection.recordClockOffset(device, received, off)) {
            equipment.forEach(rule -> TechnicalAlarmDetector.evaluateClock(evaluation, rule, received));
        }
        return evaluation.events();
    }

    /**
     * Returns the offset of the clock by which {@code variables} were measured, for the message received at {@code received}. It is empty
     * when the offset is unknown.
     */
    public Optional<Duration> clockOff(AlarmDetectionState detection, Collection<String> variables, Instant received) {
        Duration largest = null;
        for (String variable : variables) {
            Optional<CurrentValue> value = detection.vitals().find(variable);
            if (value.isPresent() && value.get().moment().received().equals(received)) {
                Duration off = value.get().moment().shift().abs();
                largest = largest == null || off.compareTo(largest) > 0 ? off : largest;
            }
        }
        return Optional.ofNullable(largest);
    }
}
