package org.vigie.modelserver.serve;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.expositionformats.TextFormatUtil;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.HealthCheck;

/** Computes requests in the steps find, check, batch, respond, for HTTP and gRPC alike. */
public final class InferenceService {
    private final ModelRepository models;
    private final int maxRows;
    private final Duration timeout;
    private final AppMonitor monitor = new AppMonitor("model-server");
    private final Counter unknown = Counter.builder()
            .name("vigie_inference_unknown_model")
            .help("Requests for a model that is not served.")
            .register(monitor.registry());

    public InferenceService(ModelRepository models, ModelServerConfig config) {
        this.models = models;
        maxRows = config.maxRows();
        timeout = config.timeout();
        monitor.registry().register((MultiCollector) this::collect);
        monitor.addReadiness(
                HealthCheck.of("models", models::isReady, () -> models.served().size() + " served"));
    }

    /** Metrics of one name stand together, whatever the number of models. */
    private MetricSnapshots collect() {
        List<MetricSnapshot> all = models.served().stream()
                .flatMap(model -> model.meter().collect().stream())
                .toList();
        return TextFormatUtil.mergeDuplicates(new MetricSnapshots(all));
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
            unknown.inc();
            return CompletableFuture.failedFuture(e);
        }
        return infer(model, request);
    }

    public AppMonitor monitor() {
        return monitor;
    }

    private CompletableFuture<InferResponse> infer(ServedModel model, InferRequest request) {
        long start = System.nanoTime();
        CompletableFuture<InferResponse> answer = new CompletableFuture<>();
        try {
            CompletableFuture<List<FloatTensor>> computed = compute(model, request);
            var unused = computed.whenComplete((outputs, failure) -> {
                if (failure == null) {
                    answer.complete(response(model, request, outputs));
                } else {
                    answer.completeExceptionally(refusal(failure));
                }
            });
            var unusedToo = answer.whenComplete((response, failure) -> computed.cancel(false));
        } catch (ServingException e) {
            answer.completeExceptionally(e);
        }
        return count(model, start, answer);
    }

    private CompletableFuture<List<FloatTensor>> compute(ServedModel model, InferRequest request) {
        model.checkRecipe(request);
        List<FloatTensor> inputs = new InferRequestValidator(model.inputs(), model.outputs(), maxRows).inputs(request);
        model.checkWindows(inputs);
        return model.infer(inputs, request.outputs()).orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
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

    private static InferResponse response(ServedModel model, InferRequest request, List<FloatTensor> outputs) {
        ModelCard card = model.card();
        return new InferResponse(request.id(), card.name(), card.version(), card.digest(), selected(request, outputs));
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
