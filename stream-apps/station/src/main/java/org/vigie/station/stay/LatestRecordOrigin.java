package org.vigie.station.stay;

import org.vigie.schemas.CleanObservation;

/**
 * Names the position of the newest shown record in {@code observations.raw}, so that the delay from publication to screen can be
 * measured.
 *
 * @param partition of the raw record
 * @param offset of the raw record
 * @param publishedAt epoch ms at which the broker took the raw record (wall clock)
 * @param receivedTime epoch ms on the ward's clock
 */
public record LatestRecordOrigin(int partition, long offset, long publishedAt, long receivedTime) {
    public static LatestRecordOrigin of(CleanObservation record) {
        return new LatestRecordOrigin(
                record.getOrigin().getPartition(),
                record.getOrigin().getOffset(),
                record.getPublishedAt().toEpochMilli(),
                record.getReceivedTime().toEpochMilli());
    }
}
