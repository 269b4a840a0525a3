package org.vigie.model.score;

import java.util.concurrent.CompletionStage;

/** Scores windows. Safe for many threads. */
public interface SurvivalScorer extends AutoCloseable {
    /**
     * The score of one window. The stage fails with a {@link ScorerException} and nothing else; the call itself never blocks.
     *
     * @param explain whether contributions are wanted too: they cost the model ten times the score; BAD_REQUEST from one that gives none
     */
    CompletionStage<SurvivalScore> score(ScoreRequest request, boolean explain);

    @Override
    void close();
}
