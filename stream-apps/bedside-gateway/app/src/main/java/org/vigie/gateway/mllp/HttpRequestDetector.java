package org.vigie.gateway.mllp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Detects an HTTP request among the bytes before a frame. Any web page can make a browser send one. */
final class HttpRequestDetector {
    /** Ends the first line of every HTTP request. A browser sends it before any text that a page chooses. */
    private static final byte[] HTTP = " HTTP/".getBytes(StandardCharsets.US_ASCII);

    private int matched;

    /** @throws IOException when the first line of an HTTP request ends with this byte */
    void refuse(byte next) throws IOException {
        matched = next == HTTP[matched] ? matched + 1 : next == HTTP[0] ? 1 : 0;
        if (matched == HTTP.length) {
            throw new IOException("an HTTP request came in place of a frame");
        }
    }
}
