package org.vigie.station.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.ServiceUnavailableResponse;
import org.vigie.station.replay.ReplaySteering;
import org.vigie.station.replay.ReplaySteeringRequest;

/** Answers {@code POST /api/replay}, and refuses every command to the alarm system: an alarm of a replay calls nobody. */
final class ReplayHandler {
    /** Refuses a command to the alarm system. */
    static final Handler NO_ORDER = request -> {
        throw new ConflictResponse(
                "order: this page shows a replay, where nothing can be acknowledged, paused or set; open the page of the"
                        + " ward");
    };

    private final ReplaySteering steering;
    private final SnapshotJson json;

    ReplayHandler(ReplaySteering steering, SnapshotJson json) {
        this.steering = steering;
        this.json = json;
    }

    void post(Context request) {
        JsonBody.require("replay", request);
        ReplaySteeringRequest asked = asked(request);
        var user = RequestPrincipal.of(request).who();
        request.future(() -> steering.send(asked, user)
                .thenAccept(answer -> request.contentType(JsonBody.CONTENT_TYPE).result(json.write(answer)))
                .exceptionally(ReplayHandler::notSent));
    }

    private ReplaySteeringRequest asked(Context request) {
        try {
            return json.read(request.body(), ReplaySteeringRequest.class);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
    }

    private static Void notSent(Throwable failure) {
        throw new ServiceUnavailableResponse("the request did not reach the replay: " + failure.getMessage());
    }
}
