package org.vigie.training.feature;

import java.time.Instant;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.RecordedMeasurement;
import org.vigie.training.cohort.RecordedStay;

/** Holds a recorded stay on an hourly grid, with or without a known outcome. */
public record HourlyStay(int id, HourlyGrid grid, StaticFeatures statics) {
    private static final Instant ADMITTED = Instant.EPOCH;

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
        return ScoreRequest.of(WindowImputer.fill(grid, hours - 1), statics);
    }
}
