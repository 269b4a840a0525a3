package org.vigie.station.health;

import java.util.List;
import java.util.Map;

/**
 * Shows the quality of the data that this station has read.
 *
 * @param since epoch ms (wall) of the oldest record counted; absent before the first
 * @param kept readings
 * @param retracted readings that withdraw an earlier value
 * @param suspect readings by reason
 * @param rejected readings by reason, unmapped ones under {@code UNKNOWN_VARIABLE}; without duplicates
 * @param duplicates readings that came a second time
 * @param quarantined whole records by reason
 * @param unreadable records that this station itself could not read
 * @param senders what became of each sender's readings, by name
 */
public record ReadingQualitySnapshot(
        Long since,
        long kept,
        long retracted,
        Map<String, Long> suspect,
        Map<String, Long> rejected,
        long duplicates,
        Map<String, Long> quarantined,
        long unreadable,
        List<SenderSnapshot> senders) {}
