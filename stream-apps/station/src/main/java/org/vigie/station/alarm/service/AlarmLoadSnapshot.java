package org.vigie.station.alarm.service;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.AlarmLoad;

/**
 * Shows how many alarms the nurses of a unit receive.
 *
 * @param at epoch ms on the ward's clock up to which alarms are counted
 * @param flood more than 10 in 10 minutes and nurse, and not yet below 5 again
 * @param perNurse alarms per 10 minutes and nurse over the last 120 minutes
 * @param target the unit's budget of them
 * @param burn {@code perNurse / target}: above 1 the budget is overspent
 * @param sentAt epoch ms (wall) of the last report
 * @param limitMs beyond this age of {@code sentAt} it is stale
 */
public record AlarmLoadSnapshot(
        String unit,
        long at,
        int last10Minutes,
        int last120Minutes,
        boolean flood,
        double perNurse,
        double target,
        double burn,
        long sentAt,
        long limitMs) {
    /** The load is reported every minute. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    static AlarmLoadSnapshot of(AlarmLoad load, Instant sentAt) {
        return new AlarmLoadSnapshot(
                load.getUnit(),
                load.getAt().toEpochMilli(),
                load.getLast10Minutes(),
                load.getLast120Minutes(),
                load.getFlood(),
                load.getPerNurse(),
                load.getTarget(),
                load.getBurn(),
                sentAt.toEpochMilli(),
                LIMIT.toMillis());
    }
}
