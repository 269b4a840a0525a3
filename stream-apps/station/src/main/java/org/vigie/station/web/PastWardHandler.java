package org.vigie.station.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.Clock;
import java.time.Instant;
import org.vigie.platform.topic.TopicUnavailableException;
import org.vigie.schemas.serde.RegistryUnavailableException;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.past.PastWardSource;
import org.vigie.station.past.PastWardTimeoutException;
import org.vigie.station.ward.WardReader;

/**
 * Answers {@code GET /api/ward?at=}: the ward as it was at an earlier time. It reads one situation at a time, with a pause after
 * each, so that many requests do not slow the present down.
 */
final class PastWardHandler {
    private static final String COMMAND = "; ./vigie board --at TIME prints it without this limit";

    private static final String RETRY_AFTER = "Retry-After";

    private final PastWardSource past;
    private final Clock wall;
    private final SnapshotJson json;
    private final ReadingTurn turn;

    PastWardHandler(PastWardSource past, Clock wall, SnapshotJson json) {
        this.past = past;
        this.wall = wall;
        this.json = json;
        turn = new ReadingTurn(wall);
    }

    void get(Context request) {
        WardReader reader = RequestPrincipal.of(request).reader();
        Instant at = asked(request);
        Instant now = wall.instant();
        if (!turn.begin()) {
            request.header(RETRY_AFTER, String.valueOf(turn.left(now).toSeconds()));
            throw new ServiceUnavailableResponse(
                    "at: another earlier time is being read, or was just read; ask again in a minute");
        }
        try {
            String answer = json.write(situation(at, now).seenBy(reader));
            request.contentType(JsonBody.CONTENT_TYPE).result(answer);
        } finally {
            turn.end();
        }
    }

    private Instant asked(Context request) {
        try {
            return new EarlierTimeParameter(wall).of(request).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
    }

    private PastWardSnapshot situation(Instant at, Instant now) {
        try {
            return past.read(at, now);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        } catch (PastWardTimeoutException e) {
            throw new ServiceUnavailableResponse("at: " + e.getMessage() + COMMAND);
        } catch (RegistryUnavailableException e) {
            throw new ServiceUnavailableResponse("at: the schemas of the records cannot be read: " + e.getMessage());
        } catch (TopicUnavailableException e) {
            throw new ServiceUnavailableResponse("at: the records cannot be read: " + e.getMessage());
        }
    }
}
