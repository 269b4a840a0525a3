package org.vigie.model.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;

/** Sends requests to one model. Safe for many threads. */
interface InferenceClient extends AutoCloseable {
    /** Sends a request without blocking. The stage fails only with a {@link org.vigie.model.score.ScorerException}. */
    CompletionStage<InferResponse> infer(InferRequest request);

    @Override
    void close();

    /**
     * Sends a request and maps its response. The stage fails as {@link #infer} does.
     *
     * @param mapping throws an {@link IllegalArgumentException} when the response does not have the expected outputs
     */
    default <T> CompletionStage<T> infer(InferRequest request, Function<InferResponse, T> mapping) {
        CompletableFuture<T> mapped = new CompletableFuture<>();
        var unused = infer(request).whenComplete((response, failure) -> {
            if (failure == null) {
                complete(mapped, response, mapping);
            } else {
                mapped.completeExceptionally(unwrapped(failure));
            }
        });
        return mapped;
    }

    private static <T> void complete(
            CompletableFuture<T> mapped, InferResponse response, Function<InferResponse, T> mapping) {
        try {
            mapped.complete(mapping.apply(response));
        } catch (IllegalArgumentException e) {
            mapped.completeExceptionally(InferenceScoreMapper.invalidResponse(e));
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
