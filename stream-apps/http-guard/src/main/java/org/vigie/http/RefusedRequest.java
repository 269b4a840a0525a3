package org.vigie.http;

/**
 * A request that gets no answer but this one.
 *
 * @param status of the HTTP answer: 400 for a request without one clear host, 403 for a foreign host or page
 * @param reason names the header and what was expected; it repeats nothing of the request
 */
public record RefusedRequest(int status, String reason) {}
