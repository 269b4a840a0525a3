package org.vigie.model.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.InferenceBody;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;

/** Calls a model server over HTTP. It does not retry; the caller decides that. */
final class HttpInferenceClient implements InferenceClient {
    private final InferenceClientConfig config;
    private final URI infer;
    private final Optional<String> authorization;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, HttpInferenceClient::thread);
    private final HttpClient http;

    HttpInferenceClient(InferenceClientConfig config) {
        this.config = config;
        authorization = config.authorization();
        String version = config.version().isEmpty() ? "" : "/versions/" + config.version();
        infer = URI.create(config.url() + "/v2/models/" + config.model() + version + "/infer");
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .executor(threads);
        config.tls().context().ifPresent(client::sslContext);
        http = client.build();
    }

    @Override
    public CompletionStage<InferResponse> infer(InferRequest request) {
        if (threads.isShutdown()) {
            return CompletableFuture.failedStage(
                    new ScorerException(ScorerErrorCode.MODEL_UNAVAILABLE, "the client is closed"));
        }
        InferenceBody body = InferenceBody.of(request, config.binary());
        CompletableFuture<InferResponse> answer = new CompletableFuture<>();
        var unused = sent(httpRequest(body)).whenComplete((response, failure) -> complete(answer, response, failure));
        return answer;
    }

    /** Sends a request. The timeout of the request itself ends with the headers of the answer in Java 17 (JDK-8208693). */
    private CompletableFuture<HttpResponse<byte[]>> sent(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sending = http.sendAsync(request, BodyHandlers.ofByteArray());
        return sending.copy()
                .orTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> sending.cancel(true)); // closes the connection of a late answer
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private HttpRequest httpRequest(InferenceBody body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(infer)
                .header("Content-Type", body.hasBinary() ? "application/octet-stream" : "application/json")
                .POST(BodyPublishers.ofByteArray(body.bytes()));
        if (body.hasBinary()) {
            request.header(InferenceBody.HEADER, Integer.toString(body.jsonLength()));
        }
        authorization.ifPresent(token -> request.header("Authorization", token));
        return request.build();
    }

    private void complete(
            CompletableFuture<InferResponse> answer, HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            answer.completeExceptionally(unreachable(cause == null ? failure : cause));
            return;
        }
        try {
            answer.complete(read(response));
        } catch (ScorerException e) {
            answer.completeExceptionally(e);
        }
    }

    private InferResponse read(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new ScorerException(
                    code(response.statusCode()),
                    InferenceBody.json(response.body()).toErrorMessage());
        }
        try {
            return body(response).toResponse();
        } catch (IllegalArgumentException e) {
            throw InferenceScoreMapper.invalidResponse(e);
        }
    }

    private static InferenceBody body(HttpResponse<byte[]> response) {
        OptionalLong jsonLength = response.headers().firstValueAsLong(InferenceBody.HEADER);
        return jsonLength.isPresent()
                ? new InferenceBody(response.body(), (int) jsonLength.getAsLong())
                : InferenceBody.json(response.body());
    }

    private ScorerException unreachable(Throwable failure) {
        return failure instanceof HttpTimeoutException || failure instanceof TimeoutException
                ? new ScorerException(
                        ScorerErrorCode.TIMEOUT, "no answer from " + infer + " within " + config.timeout(), failure)
                : new ScorerException(ScorerErrorCode.MODEL_UNAVAILABLE, "cannot reach " + infer, failure);
    }

    private static ScorerErrorCode code(int status) {
        return switch (status) {
            case 400, 413, 415, 422 -> ScorerErrorCode.BAD_REQUEST;
            case 429 -> ScorerErrorCode.OVERLOADED;
            case 408, 504 -> ScorerErrorCode.TIMEOUT;
            default -> ScorerErrorCode.MODEL_UNAVAILABLE;
        };
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "inference-client");
        thread.setDaemon(true);
        return thread;
    }
}
