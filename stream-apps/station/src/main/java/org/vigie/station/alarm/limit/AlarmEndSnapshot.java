package org.vigie.station.alarm.limit;

import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.RuleInput.LimitStep;

/**
 * Shows what one variable must do before an alarm ends.
 *
 * @param variable of the catalogue, or a score such as {@code news2}
 * @param relation {@code AT_LEAST}, {@code AT_MOST} or {@code LESS_THAN} the value
 * @param value limit of the mildest step with the hysteresis band, in the catalogue's unit
 * @param lastsMs how long it must stay there, ms
 */
public record AlarmEndSnapshot(String variable, String relation, double value, long lastsMs) {
    /** Returns what ends an alarm of an input: the value lies inside the limit of every step by the band. */
    static AlarmEndSnapshot of(RuleInput input) {
        return new AlarmEndSnapshot(
                input.variable(),
                relation(input.side()),
                value(input),
                input.clear().toMillis());
    }

    private static String relation(LimitSide side) {
        return switch (side) {
            case BELOW -> "AT_LEAST";
            case ABOVE -> "AT_MOST";
            case AT_LEAST -> "LESS_THAN";
        };
    }

    private static double value(RuleInput input) {
        var limits = input.steps().stream().mapToDouble(LimitStep::limit);
        return input.side() == LimitSide.BELOW
                ? limits.max().orElseThrow() + input.band()
                : limits.min().orElseThrow() - input.band();
    }
}
