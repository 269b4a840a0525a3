package org.vigie.training.feature;

import org.vigie.model.score.ScoreRequest;

/** Replaces the values of the hours of a window that were not measured. */
@FunctionalInterface
public interface WindowEstimation {
    /** Leaves a window as it is. */
    WindowEstimation NONE = window -> window;

    /** Returns the window with other values in its empty hours; masks and ages stay. */
    ScoreRequest estimated(ScoreRequest window);
}
