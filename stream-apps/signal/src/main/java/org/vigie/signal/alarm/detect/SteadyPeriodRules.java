package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.RuleInput.LimitStep;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.DecisionThresholds;
import org.vigie.signal.vitals.DecisionThresholds.SteadyRange;
import org.vigie.signal.vitals.FreshnessRules;

/** Decides from when on, and for how long, usual readings of a stay decide nothing. */
public final class SteadyPeriodRules {
    private final DecisionThresholds thresholds = new DecisionThresholds();
    private final List<AlarmRule> trends;
    private final List<RuleInput> technical;
    private boolean ended;

    /** @param others thresholds of all that is decided besides the alarms of {@code rules} */
    public SteadyPeriodRules(AlarmRuleSet rules, DecisionThresholds others) {
        trends = rules.of(AlarmRuleKind.TREND);
        technical = rules.of(AlarmRuleKind.TECHNICAL).stream()
                .map(rule -> rule.sources().get(0))
                .toList();
        thresholds.addAll(others);
        rules.of(AlarmRuleKind.LIMIT).forEach(rule -> rule.sources().forEach(this::addLimits));
        technical.stream()
                .filter(SteadyPeriodRules::isPair)
                .forEach(input -> thresholds.addEveryValueOf(
                        MeasurementPair.of(input.variable()).interval()));
    }

    /** Ends every period of these rules, because other rules are in force. */
    public void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    private void addLimits(RuleInput input) {
        for (LimitStep step : input.steps()) {
            if (input.side() == LimitSide.ABOVE) {
                thresholds.addAbove(input.variable(), step.limit());
            } else {
                thresholds.addFrom(input.variable(), step.limit());
            }
        }
    }

    private static boolean isPair(RuleInput input) {
        return input.variable().startsWith(RuleInput.OVERDUE)
                || input.variable().startsWith(RuleInput.DIFFERENCE);
    }

    /**
     * Returns the steady period that begins at the stay's newest instant; empty while an alarm is pending or open, or when something is
     * due.
     *
     * @param until first instant at which something besides the alarms may change
     */
    public Optional<SteadyPeriod> begin(AlarmDetectionState detection, String bed, Instant until) {
        if (!detection.isCalm()) {
            return Optional.empty();
        }
        Instant now = detection.clock();
        Instant end = end(detection.vitals(), now, until);
        return end.isAfter(now)
                ? Optional.of(new SteadyPeriod(this, bed, end, ranges(detection.vitals(), now), trends))
                : Optional.empty();
    }

    private Map<String, SteadyRange> ranges(CurrentVitals vitals, Instant now) {
        Map<String, SteadyRange> ranges = new HashMap<>();
        for (String variable : vitals.newest().keySet()) {
            if (thresholds.hasRanges(variable) && vitals.isFresh(variable, now)) {
                ranges.put(variable, thresholds.rangeOf(variable, vitals.charted(variable)));
            }
        }
        return ranges;
    }

    /** Returns the first instant at which time alone may change something. A new value stays fresh at least as long. */
    private Instant end(CurrentVitals vitals, Instant now, Instant until) {
        Instant end = earlier(until, now.plus(PatientRuleEvaluator.NOTHING_STALE));
        for (Map.Entry<String, CurrentValue> known : vitals.newest().entrySet()) {
            Instant stale = known.getValue().at().plus(FreshnessRules.of(known.getKey(), known.getValue()));
            end = stale.isBefore(now) ? end : earlier(end, stale);
        }
        for (RuleInput input : technical) {
            end = earlier(end, calmUntil(input, vitals, now));
        }
        return end;
    }

    private static Instant calmUntil(RuleInput input, CurrentVitals vitals, Instant now) {
        boolean silence = input.variable().startsWith(RuleInput.SILENCE);
        if (input.steps().isEmpty() || !(silence || isPair(input))) {
            return Instant.MAX;
        }
        if (input.side() == LimitSide.BELOW) {
            return now;
        }
        double limit =
                input.steps().stream().mapToDouble(LimitStep::limit).min().orElseThrow();
        return silence
                ? silentFrom(input, vitals, now, limit)
                : MeasurementPair.of(input.variable()).calmUntil(vitals, now, limit);
    }

    private static Instant silentFrom(RuleInput input, CurrentVitals vitals, Instant now, double limit) {
        String variable = input.variable().substring(RuleInput.SILENCE.length());
        Instant signal = vitals.silence(variable, ClockAlignment.LIVE, now)
                .map(now::minus)
                .orElse(now);
        return signal.plusSeconds((long) limit);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
