package org.vigie.station.ward;

import java.time.Instant;
import org.vigie.schemas.Reason;

/** Why the newest reading of a variable was not taken. */
record Rejection(Reason reason, Instant at) {}
