package org.vigie.station.stay;

import java.time.Instant;
import org.vigie.schemas.CleaningReasonRecord;

/**
 * Why the newest reading of a variable was not taken.
 *
 * @param received when it came: what a wrong clock says of it does not count
 */
record LatestRejection(CleaningReasonRecord reason, Instant received) {}
