package org.vigie.station.replay;

import java.time.Instant;
import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;

/** Makes states of a replay of one recorded hour. */
public final class ReplayStatusStory {
    private static final long HOUR_S = 3_600;
    private final Instant from;

    /** @param from start of the hour */
    public ReplayStatusStory(Instant from) {
        this.from = from;
    }

    /** Returns a state at a number of seconds of the hour. */
    public ReplayStatus at(long second, ReplayState state, double speed, Instant sentAt) {
        return ReplayStatus.newBuilder()
                .setNamespace("study-7")
                .setWard("ward")
                .setState(state)
                .setFrom(from)
                .setTo(from.plusSeconds(HOUR_S))
                .setPosition(from.plusSeconds(second))
                .setSpeed(speed)
                .setRecords(second)
                .setShare((double) second / HOUR_S)
                .setBeds(24)
                .setSentAt(sentAt)
                .build();
    }
}
