package org.vigie.http;

import java.time.Duration;

/**
 * Limits how long a client may take with the JDK's HTTP server. Without a limit a client that sends half a request keeps a thread of the
 * server for ever. The JDK reads the limits once, before the first server of the process is made.
 *
 * @param request longest time until a request has arrived
 * @param answer longest time from then on until its answer has been taken
 */
public record HttpServerTimes(Duration request, Duration answer) {
    /** Holds what each server of Vigie allows. */
    public static final HttpServerTimes OF_THE_WARD =
            new HttpServerTimes(Duration.ofSeconds(20), Duration.ofSeconds(60));

    static final String REQUEST = "sun.net.httpserver.maxReqTime";
    static final String ANSWER = "sun.net.httpserver.maxRspTime";

    public HttpServerTimes {
        requireSecond("request", request);
        requireSecond("answer", answer);
    }

    private static void requireSecond(String name, Duration time) {
        if (time.toSeconds() < 1) {
            throw new IllegalArgumentException(name + ": must be at least a second, was " + time);
        }
    }

    /** Sets the limits for all servers of this process; a system property that names another one wins. */
    public void set() {
        setUnlessNamed(REQUEST, request);
        setUnlessNamed(ANSWER, answer);
    }

    private static void setUnlessNamed(String property, Duration time) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Long.toString(time.toSeconds()));
        }
    }
}
