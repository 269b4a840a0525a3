package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;

/** The acknowledgement of an alarm: the person and the time on the stay's clock. */
public record AlarmAcknowledgement(String by, Instant at) {}
