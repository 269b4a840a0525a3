package org.vigie.model.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;

/**
 * Scores windows with one of several equal model servers. After a failure of the server the next requests go to the next server, in a
 * circle. It does not repeat the failed request; the caller decides that.
 */
final class FailoverScorer implements SurvivalScorer {
    private static final Set<ScorerErrorCode> OF_SERVER =
            EnumSet.of(ScorerErrorCode.MODEL_UNAVAILABLE, ScorerErrorCode.TIMEOUT, ScorerErrorCode.OVERLOADED);

    private final List<SurvivalScorer> servers;
    private final AtomicInteger chosen = new AtomicInteger();

    /** @param servers at least one; this scorer closes them */
    FailoverScorer(List<SurvivalScorer> servers) {
        this.servers = List.copyOf(servers);
    }

    @Override
    public CompletionStage<SurvivalScore> score(ScoreRequest request, boolean explain) {
        int place = chosen.get();
        return servers.get(place)
                .score(request, explain)
                .whenComplete((score, failure) -> leaveWhenFailed(place, failure));
    }

    /** Several requests may fail at the same time: the first one moves on, the others find that it has moved. */
    private void leaveWhenFailed(int place, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ScorerException refusal && OF_SERVER.contains(refusal.code())) {
            chosen.compareAndSet(place, (place + 1) % servers.size());
        }
    }

    @Override
    public void close() {
        servers.forEach(SurvivalScorer::close);
    }
}
