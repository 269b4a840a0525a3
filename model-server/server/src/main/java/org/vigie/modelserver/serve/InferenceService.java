package org.vigie.modelserver.serve;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.modelserver.ModelServerConfig;

/** Computes requests in the steps find, check, batch, respond, for HTTP and gRPC alike. */
public final class InferenceService {
    private final ModelRepository models;
    private final int maxRows;
    private final Duration timeout;
    private final LongAdder unknown = new LongAdder();

    public InferenceService(ModelRepository models, ModelServerConfig config) {
        this.models = models;
        maxRows = config.maxRows();
        timeout = config.timeout();
    }

    public ModelRepository models() {
        return models;
    }

    /**
     * Computes one request. A cancelled request is not computed.
     *
     * @param version empty for the newest
     * @return fails only with a {@link ServingException}
     */
    public CompletableFuture<InferResponse> infer(String name, String version, InferRequest request) {
        ServedModel model;
        try {
            model = models.find(name, version);
        } catch (ServingException e) {
            unknown.increment();
            return CompletableFuture.failedFuture(e);
        }
        return infer(model, request);
    }

    /** Returns the metrics in the text format of Prometheus. */
    public String metrics() {
        return InferenceMetricsText.of(models.served(), unknown.sum());
    }

    private CompletableFuture<InferResponse> infer(ServedModel model, InferRequest request) {
        long start = System.nanoTime();
        CompletableFuture<InferResponse> answer = new CompletableFuture<>();
        try {
            CompletableFuture<List<FloatTensor>> computed = model.infer(
                            new InferRequestValidator(model.inputs(), model.outputs(), maxRows).inputs(request),
                            request.outputs())
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
            var unused =
                    computed.whenComplete((outputs, failure) -> complete(answer, model, request, outputs, failure));
            var unusedToo = answer.whenComplete((response, failure) -> computed.cancel(false));
        } catch (ServingException e) {
            answer.completeExceptionally(e);
        }
        return count(model, start, answer);
    }

    private static CompletableFuture<InferResponse> count(
            ServedModel model, long start, CompletableFuture<InferResponse> answer) {
        var unused = answer.whenComplete(
                (response, failure) -> model.meter().countAnswer(outcome(failure), System.nanoTime() - start));
        return answer;
    }

    private static String outcome(Throwable failure) {
        if (failure == null) {
            return "OK";
        }
        return failure instanceof ServingException refusal ? refusal.code().name() : "CANCELLED";
    }

    private void complete(
            CompletableFuture<InferResponse> answer,
            ServedModel model,
            InferRequest request,
            List<FloatTensor> outputs,
            Throwable failure) {
        if (failure != null) {
            answer.completeExceptionally(refusal(failure));
        } else {
            answer.complete(new InferResponse(
                    request.id(),
                    model.card().name(),
                    model.card().version(),
                    model.card().digest(),
                    selected(request, outputs)));
        }
    }

    private static List<FloatTensor> selected(InferRequest request, List<FloatTensor> outputs) {
        return request.outputs().isEmpty()
                ? outputs
                : outputs.stream()
                        .filter(output -> request.outputs().contains(output.name()))
                        .toList();
    }

    private ServingException refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ServingException refusal) {
            return refusal;
        }
        return cause instanceof TimeoutException
                ? new ServingException(ServingException.ServingErrorCode.TIMEOUT, "no answer within " + timeout)
                : new ServingException(ServingException.ServingErrorCode.FAILED, "the server failed", cause);
    }
}
