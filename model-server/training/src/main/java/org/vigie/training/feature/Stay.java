package org.vigie.training.feature;

import java.time.Instant;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.impute.Imputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.cohort.Measurement;
import org.vigie.training.cohort.Recording;

/** A recorded stay, hour by hour. How it ended need not be known. */
public record Stay(int id, HourlyGrid grid, Statics statics) {
    private static final Instant ADMITTED = Instant.EPOCH;

    public static Stay of(Recording recording) {
        HourlyGrid grid = new HourlyGrid();
        for (Measurement measurement : recording.measurements()) {
            int hour = HourlyGrid.hourOf(ADMITTED, ADMITTED.plus(measurement.since()));
            grid.add(hour, measurement.variable().series().orElseThrow(), measurement.value());
        }
        return new Stay(recording.id(), grid, recording.statics());
    }

    /** What the live scorer would have asked after this many hours of the stay, from 1. */
    public ScoreRequest after(int hours) {
        return ScoreRequest.of(Imputer.fill(grid, hours - 1), statics);
    }
}
