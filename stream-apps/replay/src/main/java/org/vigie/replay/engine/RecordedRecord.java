package org.vigie.replay.engine;

import java.time.Instant;

/**
 * Holds one record of a topic, encoded for the replay.
 *
 * @param topic full name
 * @param at when the broker took it
 */
public record RecordedRecord(String topic, String key, byte[] value, Instant at) {}
