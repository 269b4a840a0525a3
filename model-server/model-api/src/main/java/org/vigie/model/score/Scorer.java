package org.vigie.model.score;

import java.util.concurrent.CompletionStage;

/** Scores windows. Safe for many threads. */
public interface Scorer extends AutoCloseable {
    /** The score of one window. The stage fails with a {@link ScorerException} and nothing else; the call itself never blocks. */
    CompletionStage<Score> score(ScoreRequest request);

    @Override
    void close();
}
