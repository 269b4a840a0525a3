package org.vigie.station.trend;

/**
 * Shows that a stay came to a bed, by the messages of the admission system.
 *
 * @param at epoch ms
 * @param bed assigned location
 */
public record BedArrivalSnapshot(long at, String bed) {}
