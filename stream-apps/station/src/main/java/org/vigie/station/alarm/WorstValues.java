package org.vigie.station.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.schemas.Alert;
import org.vigie.schemas.TriggeringReadingRecord;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.station.alarm.limit.BedAlarmLimits;
import org.vigie.station.trend.StayTrends;
import org.vigie.station.trend.ValueSpan;

/**
 * Finds the worst value of each open alarm since its onset.
 *
 * @param limits rules in force at the bed: they say on which side a value is bad
 * @param now on the ward's clock
 */
public record WorstValues(BedAlarmLimits limits, StayTrends trends, Instant now) {
    /** Returns the worst value of each variable of each alarm; alarms without a variable of a limit are left out. */
    public List<OpenAlarmSnapshot> of(List<Alert> open) {
        return open.stream().flatMap(this::worst).toList();
    }

    private Stream<OpenAlarmSnapshot> worst(Alert alarm) {
        return alarm.getCauses().stream()
                .map(TriggeringReadingRecord::getVariable)
                .distinct()
                .flatMap(variable -> limits.side(alarm.getRule(), variable).stream()
                        .flatMap(side -> worst(variable, side, alarm.getOnset()).stream())
                        .map(value -> new OpenAlarmSnapshot(alarm.getAlert(), variable, value)));
    }

    private Optional<Double> worst(String variable, LimitSide side, Instant onset) {
        ValueSpan span = trends.since(variable, onset, now);
        double value = side == LimitSide.BELOW ? span.low() : span.high();
        return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
    }
}
