package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.detect.InstantReadings.KeptReading;
import org.vigie.signal.vitals.DecisionThresholds.SteadyRange;
import org.vigie.signal.vitals.MeasurementTime;

/**
 * Describes a period in which usual readings of a stay decide nothing: no alarm is pending or open, no value becomes stale, and nothing is
 * due. Such readings change only the newest values, so that the rules need not be evaluated.
 *
 * <p>It holds for the state from which {@link SteadyPeriodRules} made it. It ends when anything but these readings changes that state.
 */
public final class SteadyPeriod {
    private final SteadyPeriodRules rules;
    private final String bed;
    private final Instant end;
    private final Map<String, SteadyRange> ranges;
    private final List<RuleInput> trends;

    /**
     * Creates a period.
     *
     * @param rules that it holds for; it ends with them
     * @param end first instant that is outside the period
     * @param ranges for each variable with a fresh value, the values that decide the same
     */
    SteadyPeriod(
            SteadyPeriodRules rules, String bed, Instant end, Map<String, SteadyRange> ranges, List<AlarmRule> trends) {
        this.rules = rules;
        this.bed = bed;
        this.end = end;
        this.ranges = Map.copyOf(ranges);
        this.trends = trends.stream().flatMap(rule -> rule.sources().stream()).toList();
    }

    /**
     * Takes the readings of one instant into the state. It allocates nothing at a regular interval.
     *
     * @return false when the readings may change a decision. They must then be evaluated, which gives the same result as without this call.
     */
    public boolean take(AlarmDetectionState detection, InstantReadings readings) {
        if (!covers(detection, readings)) {
            return false;
        }
        MeasurementTime moment = readings.moment();
        detection.advance(moment);
        List<KeptReading> kept = readings.kept();
        for (int i = 0; i < kept.size(); i++) {
            KeptReading reading = kept.get(i);
            detection.vitals().take(reading.variable(), reading.value(), moment, reading.place(), detection.clock());
        }
        return !changesTrend(detection, moment);
    }

    private boolean covers(AlarmDetectionState detection, InstantReadings readings) {
        Instant at = AlarmDetectionState.when(readings.moment());
        return !rules.isEnded()
                && at.isBefore(end)
                && !at.isBefore(detection.clock())
                && readings.moment().shift().isZero()
                && readings.bed().equals(bed)
                && readings.unusedVariables().isEmpty()
                && readings.withdrawn().isEmpty()
                && covers(readings.kept());
    }

    private boolean covers(List<KeptReading> kept) {
        for (int i = 0; i < kept.size(); i++) {
            KeptReading reading = kept.get(i);
            SteadyRange range = ranges.get(reading.variable());
            if (range == null || !range.contains(reading.value())) {
                return false;
            }
        }
        return true;
    }

    private boolean changesTrend(AlarmDetectionState detection, MeasurementTime moment) {
        boolean changes = false;
        for (int i = 0; i < trends.size(); i++) {
            RuleInput trend = trends.get(i);
            double value = detection.vitals().valueAt(trend.variable(), moment);
            changes |= !Double.isNaN(value) && trend.violatesAny(detection.learn(trend.variable(), value, moment.at()));
        }
        return changes;
    }
}
