package org.vigie.station.replay;

import java.time.Instant;
import java.util.UUID;
import org.vigie.access.Principal;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayControlAction;

/**
 * Asks something of a replay.
 *
 * @param action PAUSE, RESUME, STEP, SEEK or SPEED
 * @param stepMs recorded milliseconds of a STEP; absent for any other
 * @param seekTo recorded time of a SEEK, epoch ms; absent for any other
 * @param speed multiple of the recorded speed, 0 for as fast as possible, of a SPEED; absent for any other
 */
public record ReplaySteeringRequest(ReplayControlAction action, Long stepMs, Long seekTo, Double speed) {
    public ReplaySteeringRequest {
        if (action == null) {
            throw new IllegalArgumentException("action: must be PAUSE, RESUME, STEP, SEEK or SPEED, was absent");
        }
        require("stepMs", action == ReplayControlAction.STEP, stepMs);
        require("seekTo", action == ReplayControlAction.SEEK, seekTo);
        require("speed", action == ReplayControlAction.SPEED, speed);
    }

    private static void require(String field, boolean expected, Number value) {
        if (expected != (value != null)) {
            throw new IllegalArgumentException(
                    field + ": must " + (expected ? "be given" : "be absent") + " for this action, was " + value);
        }
    }

    /** Returns the record for the replay. */
    ReplayControl control(Principal user, Instant now) {
        return ReplayControl.newBuilder()
                .setControl(UUID.randomUUID().toString())
                .setAction(action)
                .setStepMs(stepMs)
                .setSeekTo(seekTo == null ? null : Instant.ofEpochMilli(seekTo))
                .setSpeed(speed)
                .setUser(user.name())
                .setSentAt(now)
                .build();
    }
}
