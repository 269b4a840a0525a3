package org.vigie.model.score;

import java.util.concurrent.CompletionStage;

/** Scores windows. Safe for many threads. */
public interface SurvivalScorer extends AutoCloseable {
    /**
     * Scores one window without blocking. The stage fails only with a {@link ScorerException}.
     *
     * @param explain whether contributions are wanted; they cost ten times the score; BAD_REQUEST from a model without contributions
     */
    CompletionStage<SurvivalScore> score(ScoreRequest request, boolean explain);

    @Override
    void close();
}
