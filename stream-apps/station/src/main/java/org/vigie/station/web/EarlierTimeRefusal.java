package org.vigie.station.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;

/** Refuses a request for an earlier time where only the present is known. The station must never answer with the present instead. */
final class EarlierTimeRefusal implements Handler {
    private static final Set<String> ANSWERED = Set.of("/", "/index.html", "/api/ward");

    private final boolean hasPast;

    /** @param hasPast whether the station reads earlier situations: the page and the ward then answer */
    EarlierTimeRefusal(boolean hasPast) {
        this.hasPast = hasPast;
    }

    @Override
    public void handle(Context request) {
        String at = request.queryParam("at");
        if (at != null && !(hasPast && ANSWERED.contains(request.path()))) {
            String where = hasPast ? request.path() : "this station";
            throw new BadRequestResponse("at: " + where + " shows the present only, so no 'at' was expected, was '" + at
                    + "'; ./vigie board --at TIME prints the board of an earlier time");
        }
    }
}
