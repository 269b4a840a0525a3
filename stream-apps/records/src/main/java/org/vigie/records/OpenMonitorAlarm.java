package org.vigie.records;

import java.time.Instant;
import org.vigie.schemas.AlarmPriorityRecord;

/**
 * Holds an alarm of a monitor whose end was not reported yet.
 *
 * @param raisedAt when the monitor raised it, not after its message was received
 */
public record OpenMonitorAlarm(AlarmPriorityRecord priority, Instant raisedAt) {}
