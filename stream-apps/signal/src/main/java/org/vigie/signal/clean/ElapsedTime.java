package org.vigie.signal.clean;

import java.time.Instant;
import org.vigie.signal.newest.ClockAlignment;

/** Compares the time between two instants without creating a duration, because it is done for every reading. */
final class ElapsedTime {
    private static final long LIVE_SECONDS = ClockAlignment.LIVE.toSeconds();

    private ElapsedTime() {}

    /** Returns true when a time follows an earlier one without a gap; equals {@link ChannelProgress#follows}. */
    static boolean isLive(Instant before, Instant at) {
        long passed = at.getEpochSecond() - before.getEpochSecond();
        return !at.isBefore(before)
                && (passed < LIVE_SECONDS || (passed == LIVE_SECONDS && at.getNano() <= before.getNano()));
    }

    /** Returns true when at least some seconds passed. */
    static boolean lasts(Instant since, Instant at, long seconds) {
        long passed = at.getEpochSecond() - since.getEpochSecond();
        return passed > seconds || (passed == seconds && at.getNano() >= since.getNano());
    }

    /** Returns the seconds that passed. */
    static double seconds(Instant from, Instant to) {
        return (double) to.getEpochSecond() - from.getEpochSecond() + (to.getNano() - from.getNano()) / 1e9;
    }

    /** Returns the whole milliseconds that passed. */
    static long millis(Instant from, Instant to) {
        long nanos = (long) to.getNano() - from.getNano();
        return (to.getEpochSecond() - from.getEpochSecond()) * 1000 + Math.floorDiv(nanos, 1_000_000L);
    }
}
