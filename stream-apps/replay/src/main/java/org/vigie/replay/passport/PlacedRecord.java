package org.vigie.replay.passport;

import java.time.Instant;

/**
 * Holds the value of a record and where it stands.
 *
 * @param place topic, partition and offset: {@code topic-partition-offset}
 * @param at when the broker took it
 */
public record PlacedRecord<V>(V value, String place, Instant at) {}
