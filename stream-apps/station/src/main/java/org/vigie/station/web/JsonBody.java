package org.vigie.station.web;

import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;

/** Requires that the body of a request is JSON. */
final class JsonBody {
    static final String CONTENT_TYPE = "application/json";

    private JsonBody() {}

    /**
     * Checks the type of the body.
     *
     * @param name of what is sent, with which the message of a refusal begins
     */
    static void require(String name, Context request) {
        String type = request.contentType();
        if (type == null || !type.startsWith(CONTENT_TYPE)) {
            throw new UnsupportedMediaTypeResponse(name + ": must be " + CONTENT_TYPE + ", was " + type);
        }
    }
}
