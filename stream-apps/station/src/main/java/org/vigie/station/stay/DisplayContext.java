package org.vigie.station.stay;

import java.time.Instant;
import org.vigie.station.alarm.limit.BedAlarmLimits;
import org.vigie.station.health.StalenessConfig;

/**
 * Holds what decides how a stay's values are shown at one instant.
 *
 * @param now on the ward's clock
 * @param speed of the ward's clock
 * @param staleness how old a value may be
 * @param limits alarm limits in force at the bed
 */
public record DisplayContext(Instant now, double speed, StalenessConfig staleness, BedAlarmLimits limits) {}
