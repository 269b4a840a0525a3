package org.vigie.station.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
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
            throw EarlierTimeProblem.OTHER_READING.answer(
                    request, "at: another earlier time is being read, or was just read; ask again in a minute");
        }
        try {
            String answer = json.write(situation(request, at, now).seenBy(reader));
            request.contentType(JsonBody.CONTENT_TYPE).result(answer);
        } finally {
            turn.end();
        }
    }

    private Instant asked(Context request) {
        try {
            return new EarlierTimeParameter(wall).of(request).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw EarlierTimeProblem.TIME.answer(request, message(e));
        }
    }

    private PastWardSnapshot situation(Context request, Instant at, Instant now) {
        try {
            return past.read(at, now);
        } catch (IllegalArgumentException e) {
            throw EarlierTimeProblem.NO_RECORDS.answer(request, message(e));
        } catch (PastWardTimeoutException e) {
            throw EarlierTimeProblem.TOO_LONG.answer(request, "at: " + message(e) + COMMAND);
        } catch (RegistryUnavailableException e) {
            String why = "at: the schemas of the records cannot be read: " + message(e);
            throw EarlierTimeProblem.UNREADABLE.answer(request, why);
        } catch (TopicUnavailableException e) {
            throw EarlierTimeProblem.UNREADABLE.answer(request, "at: the records cannot be read: " + message(e));
        }
    }

    private static String message(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
