package org.vigie.risk.score;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.Window;

/**
 * Requests a score for each window. Every window gets a result and the job never fails.
 *
 * <p>Without a score the result is UNAVAILABLE, and its reason begins with a code. The code is one of {@link ScorerErrorCode}, {@value
 * #BREAKER_OPEN} when no request was sent, or {@value #GAVE_UP} when the time for all attempts was over.
 */
public final class ScoreFunction extends RichAsyncFunction<Window, RiskScore> {
    static final String BREAKER_OPEN = "BREAKER_OPEN";
    static final String GAVE_UP = "GAVE_UP";

    private static final Set<ScorerErrorCode> TEMPORARY =
            EnumSet.of(ScorerErrorCode.MODEL_UNAVAILABLE, ScorerErrorCode.TIMEOUT, ScorerErrorCode.OVERLOADED);

    private final ScorerFactory factory;
    private final String model;
    private final ScoreConfig settings;
    private final Clock clock;

    private transient SurvivalScorer scorer;
    private transient CircuitBreaker breaker;
    private transient ExplanationSchedule explanationSchedule;

    /**
     * Creates the function.
     *
     * @param model name in the result when the server gives none
     * @param clock clock for latency; it must be serializable, because it is sent with the job
     */
    public ScoreFunction(ScorerFactory factory, String model, ScoreConfig settings, Clock clock) {
        this.factory = factory;
        this.model = model;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the strategy that retries after a temporary failure while the breaker is closed. */
    public static AsyncRetryStrategy<RiskScore> retry(ScoreConfig settings) {
        return new ScoreRetryStrategy(settings);
    }

    @Override
    public void open(OpenContext context) {
        scorer = factory.open();
        breaker = new CircuitBreaker(settings.breakAfter(), settings.breakFor(), clock);
        explanationSchedule = new ExplanationSchedule(settings.explainEvery());
        getRuntimeContext().getMetricGroup().gauge("breakerOpen", (Gauge<Integer>) () -> breaker.isOpen() ? 1 : 0);
    }

    @Override
    public void asyncInvoke(Window window, ResultFuture<RiskScore> answer) {
        if (!breaker.allows()) {
            answer.complete(List.of(withoutRequest(window)));
            return;
        }
        Instant requestedAt = clock.instant();
        scorer.score(ScoreRequestMapper.request(window), explanationSchedule.isDue(window))
                .whenComplete(
                        (score, failure) -> answer.complete(List.of(answer(window, requestedAt, score, failure))));
    }

    @Override
    public void timeout(Window window, ResultFuture<RiskScore> answer) {
        answer.complete(
                List.of(unavailable(window, GAVE_UP + ": no answer within " + settings.timeout(), settings.timeout())));
    }

    @Override
    public void close() {
        if (scorer != null) {
            scorer.close();
        }
    }

    private RiskScore answer(Window window, Instant requestedAt, SurvivalScore score, Throwable failure) {
        Instant now = clock.instant();
        Duration latency = Duration.between(requestedAt, now);
        return failure == null
                ? answered(window, score, now, latency)
                : unavailable(window, recorded(scorerFailure(failure)).getMessage(), latency);
    }

    private RiskScore answered(Window window, SurvivalScore score, Instant now, Duration latency) {
        breaker.succeeded();
        RiskScore answered = RiskScoreFactory.answered(window, score, now, latency);
        explanationSchedule.take(answered);
        return answered;
    }

    /** Records a failure in the breaker. A request that the server refuses as wrong shows that the server works. */
    private ScorerException recorded(ScorerException failure) {
        if (failure.code() == ScorerErrorCode.BAD_REQUEST) {
            breaker.succeeded();
        } else {
            breaker.failed();
        }
        return failure;
    }

    private RiskScore withoutRequest(Window window) {
        String reason = BREAKER_OPEN + ": the model server fails since " + breaker.failingSince()
                + " and is asked again at " + breaker.nextTrial();
        return unavailable(window, reason, Duration.ZERO);
    }

    private RiskScore unavailable(Window window, String reason, Duration latency) {
        return RiskScoreFactory.unavailable(window, model, reason, clock.instant(), latency);
    }

    private static ScorerException scorerFailure(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ScorerException scorerFailure
                ? scorerFailure
                : new ScorerException(
                        ScorerErrorCode.MODEL_UNAVAILABLE, "the scorer broke its contract: " + cause, cause);
    }

    static boolean isTemporary(RiskScore answer) {
        return answer.getStatus() == ScoreStatus.UNAVAILABLE
                && TEMPORARY.stream().anyMatch(code -> answer.getReason().startsWith(code + ":"));
    }
}
