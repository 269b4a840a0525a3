package org.vigie.station.ward;

import org.vigie.schemas.CleanObservation;

/**
 * Where the newest shown record lay in {@code observations.raw}, so that publication to screen can be measured.
 *
 * @param partition of the raw record
 * @param offset of the raw record
 * @param publishedAt epoch ms at which the broker took the raw record (wall clock)
 * @param receivedTime epoch ms on the ward's clock
 */
public record NewestRecord(int partition, long offset, long publishedAt, long receivedTime) {
    static NewestRecord of(CleanObservation record) {
        return new NewestRecord(
                record.getOrigin().getPartition(),
                record.getOrigin().getOffset(),
                record.getPublishedAt().toEpochMilli(),
                record.getReceivedTime().toEpochMilli());
    }
}
