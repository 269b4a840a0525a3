package org.vigie.station.replay;

import org.vigie.schemas.ReplayStatus;

/**
 * Answers a request to a replay.
 *
 * @param status {@code OBEYED, REFUSED}, or {@code PENDING} when no answer came in time
 * @param refusal reason in words; absent when it was not refused
 */
public record ReplaySteeringResponse(String status, String refusal) {
    static ReplaySteeringResponse of(ReplayStatus answer) {
        return new ReplaySteeringResponse(answer.getRefusal() == null ? "OBEYED" : "REFUSED", answer.getRefusal());
    }

    static ReplaySteeringResponse pending() {
        return new ReplaySteeringResponse("PENDING", null);
    }
}
