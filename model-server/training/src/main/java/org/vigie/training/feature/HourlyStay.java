package org.vigie.training.feature;

import java.time.Instant;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.RecordedMeasurement;
import org.vigie.training.cohort.RecordedStay;

/**
 * Holds a recorded stay on an hourly grid, with or without a known outcome.
 *
 * @param imputer prepares the windows of the stay
 * @param estimation replaces values of the prepared windows
 */
public record HourlyStay(
        int id, HourlyGrid grid, StaticFeatures statics, WindowImputer imputer, WindowEstimation estimation) {
    private static final Instant ADMITTED = Instant.EPOCH;

    /** Creates a stay whose windows are prepared as those of the models that ship. */
    public HourlyStay(int id, HourlyGrid grid, StaticFeatures statics) {
        this(id, grid, statics, WindowImputer.shipped(), WindowEstimation.NONE);
    }

    /** Returns the same stay with windows of another recipe. */
    public HourlyStay preparedBy(WindowImputer other) {
        return new HourlyStay(id, grid, statics, other, estimation);
    }

    /** Returns the same stay with estimates in its windows. */
    public HourlyStay estimatedBy(WindowEstimation other) {
        return new HourlyStay(id, grid, statics, imputer, other);
    }

    public static HourlyStay of(RecordedStay recording) {
        HourlyGrid grid = new HourlyGrid();
        for (RecordedMeasurement measurement : recording.measurements()) {
            int hour = HourlyGrid.hourOf(ADMITTED, ADMITTED.plus(measurement.since()));
            grid.add(hour, measurement.variable().series().orElseThrow(), measurement.value());
        }
        return new HourlyStay(recording.id(), grid, recording.statics());
    }

    /** Returns the request that the live scorer would send after this many hours of the stay, from 1. */
    public ScoreRequest windowAfter(int hours) {
        return estimation.estimated(ScoreRequest.of(imputer.filled(grid, hours - 1), statics));
    }
}
