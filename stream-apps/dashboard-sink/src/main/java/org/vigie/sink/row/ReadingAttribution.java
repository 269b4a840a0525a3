package org.vigie.sink.row;

import java.time.Instant;

/**
 * Says to whom a row of a clean reading belongs.
 *
 * @param bed where it was measured
 * @param at time of the row
 * @param provisional true while its patient is not known
 */
public record ReadingAttribution(String bed, Instant at, boolean provisional) {}
