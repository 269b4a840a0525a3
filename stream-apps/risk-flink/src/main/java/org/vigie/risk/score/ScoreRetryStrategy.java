package org.vigie.risk.score;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryPredicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.schemas.RiskScore;

/**
 * Retries after a temporary failure; each pause is twice the one before. A server that restarts within some seconds therefore costs no
 * score.
 *
 * <p>Flink's own exponential strategy shares one growing pause among all records.
 */
final class ScoreRetryStrategy implements AsyncRetryStrategy<RiskScore>, AsyncRetryPredicate<RiskScore> {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final int retries;
    private final ExponentialBackoff backoff;

    ScoreRetryStrategy(ScoreConfig settings) {
        retries = settings.retries();
        Duration first = settings.retryAfter();
        backoff = ExponentialBackoff.doubling(first, first.compareTo(LONGEST) < 0 ? LONGEST : first);
    }

    @Override
    public boolean canRetry(int attempt) {
        return attempt <= retries;
    }

    /** @param attempt number of the attempt, from 1 */
    @Override
    public long getBackoffTimeMillis(int attempt) {
        return backoff.pause(attempt).toMillis();
    }

    @Override
    public AsyncRetryPredicate<RiskScore> getRetryPredicate() {
        return this;
    }

    @Override
    public Optional<Predicate<Collection<RiskScore>>> resultPredicate() {
        return Optional.of(scores -> scores.stream().anyMatch(ScoreFunction::isTemporary));
    }

    @Override
    public Optional<Predicate<Throwable>> exceptionPredicate() {
        return Optional.empty();
    }
}
