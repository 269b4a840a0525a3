package org.vigie.risk.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Stay;
import org.vigie.signal.window.HourlyGrid.Hour;

/**
 * What is held of one stay. A Flink POJO, for that is what Flink can still read after a field was added; {@link StayStateTypes} names the type
 * of each field. Times are milliseconds since 1970, {@link #NEVER} when there was none.
 */
public final class StayState {
    static final long NEVER = Long.MIN_VALUE;

    /** Null until the admission is known. */
    public Stay stay;
    /** Where the newest reading was taken. */
    public String bed = "";
    /** Hour 0: of the stay, or assumed while that is not known. */
    public long admittedAt = NEVER;

    public Map<Integer, Hour> hours = new TreeMap<>();
    /** The readings taken while the admission is not known, at most {@link StayHourAssigner#EARLY_HELD}. */
    public List<EarlyReading> early = new ArrayList<>();
    /** The highest offset taken from each raw partition; of what was attributed late from partition p under -1 - p. */
    public Map<Integer, Long> taken = new HashMap<>();

    /** Event time of the newest reading. */
    public long newest = NEVER;
    /** The ward's event time when the stay was last heard of. */
    public long seen = NEVER;
    /** The raw record of the reading taken last; null when there is none. */
    public Origin lastOrigin;
    /** Whether something changed since the last window. */
    public boolean changed;

    /** Windows sent. */
    public long revision;
    /** Event time of the newest reading in the last window. */
    public long sentEnd = NEVER;
    /** The watermark when it was sent. */
    public long sentAt = NEVER;

    /** Its last hour. */
    public int sentHour = -1;

    public String sentDigest = "";
    /** What each hour since admission held in the last window, as a hash. */
    public Map<Integer, Long> sentRows = new HashMap<>();

    /** The timer that sends the next window. */
    public long due = NEVER;
    /** The timer that forgets the stay. */
    public long forget = NEVER;

    /** A reading that waits for its admission to be put into the right hour. */
    public record EarlyReading(long at, int series, double value) {}
}
