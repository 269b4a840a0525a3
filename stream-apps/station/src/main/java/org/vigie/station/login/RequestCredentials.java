package org.vigie.station.login;

import java.util.function.Function;

/**
 * Holds what a request brings to prove who asks.
 *
 * @param session value of the session cookie; empty when there is none
 * @param authorization value of the header {@code Authorization}; empty when there is none
 * @param header value of any other header, null when the request has none
 */
public record RequestCredentials(String session, String authorization, Function<String, String> header) {}
