package org.vigie.model.score;

import java.util.concurrent.CompletionStage;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowEstimates;

/** Estimates the cells of a window that were not measured. Safe for many threads. */
public interface WindowEstimator extends AutoCloseable {
    /**
     * Estimates the cells since the first measured hour, without blocking. The stage fails only with a {@link ScorerException}.
     *
     * @param window only its measured cells are used
     * @param recipe digest of the recipe that prepared the window; an imputer that learnt from another one refuses it
     */
    CompletionStage<WindowEstimates> estimate(FilledWindow window, String recipe);

    @Override
    void close();
}
