package org.vigie.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.vigie.access.AccessOperation;

/**
 * Describes one route of a server of a ward.
 *
 * @param port of the server
 * @param method {@code GET}
 * @param path with names in place of its parameters
 * @param operation that the route stands for
 */
record WardRoute(int port, String method, String path, AccessOperation operation) {
    /** Holds a complete form of an emergency access, so that the server asks for its right. */
    private static final String BODY = "{\"unit\": \"REA\", \"reason\": \"cardiac arrest on bed 4\"}";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /**
     * Returns the status of an answer. A stream that would go on is closed.
     *
     * @param authorization value of the header; empty for none
     */
    int status(String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(BODY));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + operation + ")";
    }
}
