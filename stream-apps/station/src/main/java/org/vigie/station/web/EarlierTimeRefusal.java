package org.vigie.station.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Refuses a request for an earlier time. The station shows the present only, and must never answer with the present instead. */
final class EarlierTimeRefusal implements Handler {
    @Override
    public void handle(Context request) {
        String at = request.queryParam("at");
        if (at != null) {
            throw new BadRequestResponse("at: the station shows the present only, so no 'at' was expected, was '" + at
                    + "'; ./vigie board --at TIME prints the board of an earlier time");
        }
    }
}
