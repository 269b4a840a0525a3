package org.vigie.risk.impute;

import java.time.Clock;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.model.score.WindowEstimator;
import org.vigie.records.WindowEstimatesMapper;
import org.vigie.risk.score.CircuitBreaker;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.WindowEstimates;

/**
 * Adds estimates of the hours without a measurement to each window. Every window goes on, and the job never fails: without an answer the
 * window keeps its last values alone, which is counted ({@code estimated}, {@code fallbacks}).
 */
public final class ImputeFunction extends RichAsyncFunction<Window, Window> {
    private static final Logger LOG = LoggerFactory.getLogger(ImputeFunction.class);
    private static final WindowEstimatesMapper MAPPER = new WindowEstimatesMapper();

    private final EstimatorFactory factory;
    private final ImputeConfig settings;
    private final Clock clock;

    private transient WindowEstimator estimator;
    private transient CircuitBreaker breaker;
    private transient Counter estimated;
    private transient Counter fallbacks;

    /** @param clock of the breaker; it must be serializable, because it is sent with the job */
    public ImputeFunction(EstimatorFactory factory, ImputeConfig settings, Clock clock) {
        this.factory = factory;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        estimated = metrics.counter("estimated", new ThreadSafeSimpleCounter());
        fallbacks = metrics.counter("fallbacks", new ThreadSafeSimpleCounter());
        breaker = new CircuitBreaker(settings.breakFor(), settings.breakFor(), clock);
        estimator = settings.isUsed() ? factory.open() : null;
    }

    @Override
    public void asyncInvoke(Window window, ResultFuture<Window> answer) {
        if (estimator == null) {
            answer.complete(List.of(window));
        } else if (breaker.allows()) {
            var unused = estimator
                    .estimate(ScoreRequestMapper.filled(window), window.getRecipe())
                    .whenComplete(
                            (estimates, failure) -> answer.complete(List.of(answered(window, estimates, failure))));
        } else {
            fallbacks.inc();
            answer.complete(List.of(window));
        }
    }

    @Override
    public void timeout(Window window, ResultFuture<Window> answer) {
        failed("no answer within " + settings.timeout());
        answer.complete(List.of(window));
    }

    /** Counts a window without estimates and logs the reason when it is the first one. */
    private void failed(String reason) {
        fallbacks.inc();
        if (breaker.failed()) {
            LOG.warn("Windows get no estimates and keep their last values: {}", reason);
        }
    }

    private Window answered(Window window, WindowEstimates estimates, Throwable failure) {
        if (failure != null || estimates == null) {
            failed(failure == null ? "no answer" : failure.getMessage());
            return window;
        }
        breaker.succeeded();
        estimated.inc();
        return Window.newBuilder(window)
                .setEstimates(MAPPER.toRecord(estimates))
                .build();
    }

    @Override
    public void close() {
        if (estimator != null) {
            estimator.close();
        }
    }
}
