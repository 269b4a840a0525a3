package org.vigie.platform.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends HTTP requests and waits a limited time for the whole answer.
 *
 * <p>The timeout of a {@link HttpRequest} ends with the headers of the answer in Java 17 (JDK-8208693). A server that stalls after its headers
 * would stop the calling thread for ever.
 *
 * @param timeout within which the answer must be read to its end
 */
public record WholeAnswerClient(HttpClient client, Duration timeout) {
    public WholeAnswerClient {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout: must be positive, was " + timeout);
        }
    }

    /**
     * Sends a request.
     *
     * @throws HttpTimeoutException when the answer was not read to its end in time
     * @throws IOException when the server was not reached or broke off
     */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(request, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // closes the connection of an answer that is not complete
        }
    }

    private HttpTimeoutException late(HttpRequest request, TimeoutException cause) {
        var late =
                new HttpTimeoutException("no whole answer from " + request.uri().getHost() + " within " + timeout);
        late.initCause(cause);
        return late;
    }
}
