package org.vigie.station.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;

/**
 * Lists why a station shows no earlier time. The answer's text is for programs and in English; its header {@code X-Vigie-Problem} names the
 * constant, so that a page says it in the language of its reader.
 */
enum EarlierTimeProblem {
    /** The request names no time of the days that are kept. */
    TIME(HttpStatus.BAD_REQUEST),
    /** No records of that time are kept. */
    NO_RECORDS(HttpStatus.BAD_REQUEST),
    /** Another earlier time is being read, or was just read. */
    OTHER_READING(HttpStatus.SERVICE_UNAVAILABLE),
    /** The reading took longer than it may. */
    TOO_LONG(HttpStatus.SERVICE_UNAVAILABLE),
    /** The broker or the registry of the schemas does not answer. */
    UNREADABLE(HttpStatus.SERVICE_UNAVAILABLE);

    static final String HEADER = "X-Vigie-Problem";

    private final HttpStatus status;

    EarlierTimeProblem(HttpStatus status) {
        this.status = status;
    }

    /** Returns the answer to a request, with a message that names the parameter. */
    HttpResponseException answer(Context request, String message) {
        request.header(HEADER, name());
        return new HttpResponseException(status.getCode(), message);
    }
}
