package org.vigie.station.replay;

import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;

/**
 * Shows where a replay is. All times are epoch ms of the recorded time.
 *
 * @param namespace of the replay, such as {@code study-7}
 * @param ward namespace of the ward whose past is replayed
 * @param state {@code WARMING_UP, RUNNING, SEEKING, PAUSED, ENDED} or {@code STOPPED}
 * @param from start of the period
 * @param to end of the period
 * @param position up to where the records are evaluated
 * @param speed multiple of the recorded speed; 0 for as fast as possible
 * @param share of the records that were read, 0 to 1
 */
public record ReplaySnapshot(
        String namespace, String ward, String state, long from, long to, long position, double speed, double share) {
    static ReplaySnapshot of(ReplayStatus status, ReplayState state) {
        return new ReplaySnapshot(
                status.getNamespace(),
                status.getWard(),
                state.name(),
                status.getFrom().toEpochMilli(),
                status.getTo().toEpochMilli(),
                status.getPosition().toEpochMilli(),
                status.getSpeed(),
                status.getShare());
    }

    /** Returns how many seconds of the recorded time pass in a second; 0 while it waits or does not go by a clock. */
    public double secondsPerSecond() {
        return state.equals(ReplayState.RUNNING.name()) ? speed : 0;
    }
}
