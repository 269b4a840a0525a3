package org.vigie.http;

/**
 * Holds the status and the text with which the guard refuses a request.
 *
 * @param status of the HTTP answer: 400 for a request without one clear host, 403 for a foreign host or page
 * @param reason names the header and what was expected; it repeats nothing of the request
 */
public record RefusedRequest(int status, String reason) {}
