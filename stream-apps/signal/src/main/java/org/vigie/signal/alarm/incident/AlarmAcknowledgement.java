package org.vigie.signal.alarm.incident;

import java.time.Instant;

/** Records the acknowledgement of an alarm: the person and the time on the stay's clock. */
public record AlarmAcknowledgement(String by, Instant at) {}
