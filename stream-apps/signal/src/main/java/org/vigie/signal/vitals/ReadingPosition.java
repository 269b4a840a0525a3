package org.vigie.signal.vitals;

/**
 * Identifies a reading by its position in the raw topic.
 *
 * @param partition partition of the raw topic
 * @param offset offset of the raw record
 * @param index index of the reading in its record, from 0
 */
public record ReadingPosition(int partition, long offset, int index) {}
