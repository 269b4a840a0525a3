package org.vigie.station.stay;

import java.time.Instant;

/**
 * Records that the station follows another source of a variable.
 *
 * @param from the one that was followed before
 */
record SourceChange(SourceKey from, Instant at) {}
