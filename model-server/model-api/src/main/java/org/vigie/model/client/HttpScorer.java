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
import org.jspecify.annotations.Nullable;
import org.vigie.model.protocol.InferenceBody;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;

/** Scores windows with a model server over HTTP. It does not retry; the caller decides that. */
final class HttpScorer implements SurvivalScorer {
    private final InferenceClientConfig config;
    private final InferenceScoreMapper mapper;
    private final URI infer;
    private final Optional<String> authorization;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, HttpScorer::thread);
    private final HttpClient http;

    HttpScorer(InferenceClientConfig config) {
        this.config = config;
        mapper = new InferenceScoreMapper(config.binary());
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
    public CompletionStage<SurvivalScore> score(ScoreRequest request, boolean explain) {
        if (threads.isShutdown()) {
            return CompletableFuture.failedStage(
                    new ScorerException(ScorerErrorCode.MODEL_UNAVAILABLE, "the client is closed"));
        }
        InferenceBody body = InferenceBody.of(mapper.toInferRequest(request, explain), config.binary());
        CompletableFuture<SurvivalScore> score = new CompletableFuture<>();
        var unused = http.sendAsync(httpRequest(body), BodyHandlers.ofByteArray())
                .whenComplete((response, failure) -> complete(score, response, failure));
        return score;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private HttpRequest httpRequest(InferenceBody body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(infer)
                .timeout(config.timeout())
                .header("Content-Type", body.hasBinary() ? "application/octet-stream" : "application/json")
                .POST(BodyPublishers.ofByteArray(body.bytes()));
        if (body.hasBinary()) {
            request.header(InferenceBody.HEADER, Integer.toString(body.jsonLength()));
        }
        authorization.ifPresent(token -> request.header("Authorization", token));
        return request.build();
    }

    private void complete(
            CompletableFuture<SurvivalScore> score, HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            score.completeExceptionally(unreachable(cause == null ? failure : cause));
            return;
        }
        try {
            score.complete(answer(response));
        } catch (ScorerException e) {
            score.completeExceptionally(e);
        }
    }

    private SurvivalScore answer(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new ScorerException(
                    code(response.statusCode()),
                    InferenceBody.json(response.body()).toErrorMessage());
        }
        try {
            return mapper.toSurvivalScore(body(response).toResponse());
        } catch (IllegalArgumentException e) {
            throw mapper.invalidResponse(e);
        }
    }

    private static InferenceBody body(HttpResponse<byte[]> response) {
        OptionalLong jsonLength = response.headers().firstValueAsLong(InferenceBody.HEADER);
        return jsonLength.isPresent()
                ? new InferenceBody(response.body(), (int) jsonLength.getAsLong())
                : InferenceBody.json(response.body());
    }

    private ScorerException unreachable(Throwable failure) {
        return failure instanceof HttpTimeoutException
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
