package org.vigie.http;

import java.util.List;
import java.util.function.Function;

/**
 * Holds the parts of a request that the guard examines.
 *
 * @param method as sent, {@code GET}
 * @param target as sent: a path, or a whole address in absolute form
 * @param port that the server listens on
 * @param headers all values of a header, in their order; empty when it is missing
 */
public record RequestHead(String method, String target, int port, Function<String, List<String>> headers) {
    List<String> all(String header) {
        List<String> values = headers.apply(header);
        return values == null ? List.of() : values;
    }
}
