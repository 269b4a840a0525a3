package org.vigie.station.login;

import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.vigie.platform.http.WholeAnswerClient;

/**
 * Sends a request to the token endpoint once. The older client of the JDK sends a request again when its answer does not come; a token that may
 * be used once is refused then, as if its user had been removed.
 */
final class TokenRequestSender implements HTTPRequestSender {
    private final Duration timeout;

    TokenRequestSender(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        // A connection that was kept since the last question may be dead, and a question to it would be lost.
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        try {
            return response(new WholeAnswerClient(client, timeout).send(copied(request), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the station stops");
        }
    }

    private HttpRequest copied(ReadOnlyHTTPRequest request) {
        HttpRequest.Builder copy = HttpRequest.newBuilder(request.getURI())
                .timeout(timeout)
                .method(request.getMethod().name(), HttpRequest.BodyPublishers.ofString(request.getBody()));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> copy.header(name, value)));
        return copy.build();
    }

    private static HTTPResponse response(HttpResponse<String> answer) {
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.setHeader(name, values.toArray(String[]::new)));
        response.setBody(answer.body());
        return response;
    }
}
