package org.vigie.signal.vitals;

/**
 * Where a reading lies among the raw records.
 *
 * @param partition of the raw topic
 * @param offset of the raw record
 * @param index of the reading in its record, from 0
 */
public record ReadingPosition(int partition, long offset, int index) {}
