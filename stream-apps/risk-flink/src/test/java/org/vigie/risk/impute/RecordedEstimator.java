package org.vigie.risk.impute;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.WindowEstimator;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowEstimates;
import org.vigie.signal.impute.WindowEstimates.ImputerIdentity;

/** Gives prepared answers in turn, then none, and counts its requests. */
final class RecordedEstimator implements WindowEstimator {
    int asked;
    String lastRecipe = "";
    boolean closed;

    private final Queue<CompletableFuture<WindowEstimates>> answers = new ArrayDeque<>();

    /** Prepares the estimate of one cell. */
    RecordedEstimator answer(int cell, float value) {
        answers.add(CompletableFuture.completedFuture(new WindowEstimates(
                new ImputerIdentity("imputer-attention", "1", "ab"),
                new int[] {cell},
                new float[] {value},
                new float[] {value - 1},
                new float[] {value + 1})));
        return this;
    }

    RecordedEstimator fail() {
        answers.add(
                CompletableFuture.failedFuture(new ScorerException(ScorerErrorCode.MODEL_UNAVAILABLE, "as prepared")));
        return this;
    }

    @Override
    public CompletionStage<WindowEstimates> estimate(FilledWindow window, String recipe) {
        asked++;
        lastRecipe = recipe;
        return answers.isEmpty() ? new CompletableFuture<>() : answers.remove();
    }

    @Override
    public void close() {
        closed = true;
    }
}
