package org.vigie.station.stay;

import java.time.Instant;

/**
 * Another source of a variable is followed since.
 *
 * @param from the one that was followed before
 */
record SourceChange(SourceKey from, Instant at) {}
