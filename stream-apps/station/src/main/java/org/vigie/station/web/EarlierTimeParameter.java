package org.vigie.station.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vigie.station.past.PastInstantParser;

/**
 * Reads the earlier time that a request asks for. A request's time is read once, so that the audit trail holds the time that is shown.
 *
 * @param wall the present, from which a time such as {@code PT5M} counts
 */
record EarlierTimeParameter(InstantSource wall) {
    private static final String NAME = "at";
    private static final String READ = "earlier-time";

    /** Returns whether a request asks for an earlier time, readable or not. */
    static boolean isIn(Context request) {
        return request.queryParam(NAME) != null;
    }

    /**
     * Returns the time; empty when the request asks for none. A plus that was not encoded comes as a space.
     *
     * @throws IllegalArgumentException when it cannot be read, lies in the future or is no longer kept
     */
    Optional<Instant> of(Context request) {
        String text = request.queryParam(NAME);
        if (text != null && request.attribute(READ) == null) {
            String time = text.strip().replace(' ', '+');
            request.attribute(READ, new PastInstantParser(wall.instant()).parse(time));
        }
        return Optional.ofNullable(request.attribute(READ));
    }

    /** Returns how the audit trail names the time: in UTC, to the millisecond, whatever text asks for it. */
    String audited(Context request) {
        try {
            return of(request)
                    .map(at -> "?at=" + at.truncatedTo(ChronoUnit.MILLIS))
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "?at=invalid";
        }
    }
}
