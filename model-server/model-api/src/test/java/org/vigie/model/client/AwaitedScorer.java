package org.vigie.model.client;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;

/** Requests scores of a window in which nothing was measured, and waits for them. */
record AwaitedScorer(SurvivalScorer scorer) {
    static final ScoreRequest UNMEASURED = new ScoreRequest(
            new float[ScoreRequest.CELLS],
            new float[ScoreRequest.CELLS],
            new float[ScoreRequest.CELLS],
            new float[ScoreRequest.STATICS]);

    SurvivalScore score(boolean explain) throws Exception {
        return scorer.score(UNMEASURED, explain).toCompletableFuture().get(10, TimeUnit.MINUTES);
    }

    /** Returns why there is no score. */
    ScorerException failure() {
        try {
            throw new AssertionError("scored: " + score(false));
        } catch (ExecutionException e) {
            return (ScorerException) e.getCause();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
