package org.vigie.training.feature;

import java.time.Instant;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.impute.Imputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.cohort.Measurement;
import org.vigie.training.cohort.Recording;

/** A stay to learn from, or to judge by. */
public record Example(int id, HourlyGrid grid, Statics statics, boolean died) {
    private static final Instant ADMITTED = Instant.EPOCH;

    public static Example of(Recording recording, boolean died) {
        HourlyGrid grid = new HourlyGrid();
        for (Measurement measurement : recording.measurements()) {
            int hour = HourlyGrid.hourOf(ADMITTED, ADMITTED.plus(measurement.since()));
            grid.add(hour, measurement.variable().series().orElseThrow(), measurement.value());
        }
        return new Example(recording.id(), grid, recording.statics(), died);
    }

    /** What the live scorer would have asked after this many hours of the stay, from 1. */
    public ScoreRequest after(int hours) {
        return ScoreRequest.of(Imputer.fill(grid, hours - 1), statics);
    }
}
