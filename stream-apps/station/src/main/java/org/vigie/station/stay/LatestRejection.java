package org.vigie.station.stay;

import java.time.Instant;
import org.vigie.schemas.CleaningReasonRecord;

/**
 * Holds the reason why the newest reading of a variable was rejected.
 *
 * @param received received time; the device's clock may be wrong
 */
record LatestRejection(CleaningReasonRecord reason, Instant received) {}
