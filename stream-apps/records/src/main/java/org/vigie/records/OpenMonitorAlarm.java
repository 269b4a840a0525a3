package org.vigie.records;

import java.time.Instant;
import org.vigie.schemas.AlarmPriorityRecord;

/**
 * Holds an alarm of a monitor whose end was not reported yet.
 *
 * @param begunAt when it began by the monitor's clock, which may run ahead; when it was received, if the monitor did not say it
 */
public record OpenMonitorAlarm(AlarmPriorityRecord priority, Instant begunAt) {}
