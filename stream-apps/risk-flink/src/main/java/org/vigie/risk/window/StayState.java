package org.vigie.risk.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Stay;
import org.vigie.signal.identify.AttributedOffsets;
import org.vigie.signal.window.HourlyGrid.Hour;

/**
 * Holds the keyed state of one stay. It is a Flink POJO, because Flink can read a POJO after a field was added. {@link StayStateTypes}
 * gives the type of each field.
 *
 * <p>Times are milliseconds since 1970, or {@link #NEVER}.
 */
public final class StayState {
    static final long NEVER = Long.MIN_VALUE;

    /** Newest record of the stay; null until the admission is known. */
    public Stay stay;
    /** The broker's time of that record. */
    public long toldAt = NEVER;
    /** Bed at which the newest reading was taken. */
    public String bed = "";
    /** Start of hour 0: the admission, or an assumed time while the admission is not known. */
    public long admittedAt = NEVER;

    public Map<Integer, Hour> hours = new TreeMap<>();
    /** Readings received while the admission is not known, at most {@link StayHourAssigner#EARLY_HELD}. */
    public List<EarlyReading> early = new ArrayList<>();
    /**
     * Highest processed offset of each raw partition. Release 0.1.0 stored the highest one of the records of partition p that were attributed
     * late by the key -1 - p.
     */
    public Map<Integer, Long> taken = new HashMap<>();
    /** Processed offsets of the records that were attributed late, by raw partition. */
    public Map<Integer, AttributedOffsets> attributed = new HashMap<>();

    /** Event time of the newest reading. */
    public long newest = NEVER;
    /** Watermark at the last record of the stay. */
    public long seen = NEVER;
    /** Raw record of the last added reading; null when there is none. */
    public Origin lastOrigin;
    /** True when something changed since the last window. */
    public boolean changed;

    /** Number of windows sent. */
    public long revision;
    /** Event time of the newest reading in the last window. */
    public long sentEnd = NEVER;
    /** Watermark at which the last window was sent. */
    public long sentAt = NEVER;

    /** Last hour of the last window. */
    public int sentHour = -1;

    public String sentDigest = "";
    /** Hash of each hour since admission in the last window. */
    public Map<Integer, Long> sentRows = new HashMap<>();

    /** Time of the timer that sends the next window. */
    public long due = NEVER;
    /** Time of the timer that deletes the stay. */
    public long forget = NEVER;

    /** Holds a reading that is held until its admission is known. */
    public record EarlyReading(long at, int series, double value) {}
}
