package org.vigie.training.feature;

import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.cohort.Recording;

/** A stay to learn from, or to judge by. */
public record Example(Stay stay, boolean died) {
    public Example(int id, HourlyGrid grid, Statics statics, boolean died) {
        this(new Stay(id, grid, statics), died);
    }

    public static Example of(Recording recording, boolean died) {
        return new Example(Stay.of(recording), died);
    }

    /** See {@link Stay#after(int)}. */
    public ScoreRequest after(int hours) {
        return stay.after(hours);
    }
}
