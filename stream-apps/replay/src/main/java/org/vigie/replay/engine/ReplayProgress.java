package org.vigie.replay.engine;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Shows how far a replay has come: records, speed and time left, at most every two seconds. */
public final class ReplayProgress {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PrintWriter out;
    private final InstantSource clock;
    private Instant begun;
    private Instant shown;
    private long all;

    public ReplayProgress(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.begun = clock.instant();
        this.shown = begun;
    }

    /** @param all number of records to read; 0 when it is not known */
    public void begin(long all) {
        this.all = all;
        begun = clock.instant();
        shown = begun;
    }

    /** Says that the broker no longer holds all records of the period. */
    public void warnOfCut(Set<String> topics) {
        topics.stream()
                .sorted()
                .forEach(topic -> out.printf(
                        "%s: records of the start of the period are no longer kept; what follows begins with the first that is left%n",
                        topic));
        out.flush();
    }

    public void show(long records, int beds) {
        if (clock.instant().isBefore(shown.plus(PAUSE))) {
            return;
        }
        shown = clock.instant();
        double perSecond = perSecond(records);
        if (all == 0) {
            out.printf("%s%d records, %.0f records/s%n", counted(beds), records, perSecond);
        } else {
            out.printf(
                    "%3.0f %%  %s%.0f records/s, %.0f s left%n",
                    100.0 * records / all, counted(beds), perSecond, Math.max(0, all - records) / perSecond);
        }
        out.flush();
    }

    public void end(long records, int beds) {
        out.printf("100 %%  %s%d records, %.0f records/s%n", counted(beds), records, perSecond(records));
        out.flush();
    }

    private static String counted(int beds) {
        return beds == 0 ? "" : beds + " beds, ";
    }

    private double perSecond(long records) {
        return 1_000.0
                * records
                / Math.max(1, Duration.between(begun, clock.instant()).toMillis());
    }
}
