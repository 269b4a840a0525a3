package org.vigie.risk.score;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryPredicate;
import org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy;
import org.vigie.schemas.RiskScore;

/**
 * Asks again after a failure that may pass, each pause twice the one before: a server that starts or restarts some seconds late costs no bed
 * its score. (Flink's own exponential strategy shares one growing pause among all records.)
 */
final class ScoreRetryStrategy implements AsyncRetryStrategy<RiskScore>, AsyncRetryPredicate<RiskScore> {
    private static final long LONGEST_MS = Duration.ofSeconds(5).toMillis();

    private final int retries;
    private final long firstMs;

    ScoreRetryStrategy(ScoreConfig settings) {
        retries = settings.retries();
        firstMs = settings.retryAfter().toMillis();
    }

    @Override
    public boolean canRetry(int attempt) {
        return attempt <= retries;
    }

    /** @param attempt from 1 */
    @Override
    public long getBackoffTimeMillis(int attempt) {
        long pause = firstMs;
        for (int before = 1; before < attempt && pause < LONGEST_MS; before++) {
            pause = Math.min(LONGEST_MS, 2 * pause);
        }
        return pause;
    }

    @Override
    public AsyncRetryPredicate<RiskScore> getRetryPredicate() {
        return this;
    }

    @Override
    public Optional<Predicate<Collection<RiskScore>>> resultPredicate() {
        return Optional.of(scores -> scores.stream().anyMatch(ScoreFunction::mayPass));
    }

    @Override
    public Optional<Predicate<Throwable>> exceptionPredicate() {
        return Optional.empty();
    }
}
