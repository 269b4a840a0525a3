package org.vigie.training.feature;

import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.RecordedStay;

/** Holds a stay with its label, for training or evaluation. */
public record LabelledStay(HourlyStay stay, boolean died) {
    public LabelledStay(int id, HourlyGrid grid, StaticFeatures statics, boolean died) {
        this(new HourlyStay(id, grid, statics), died);
    }

    public static LabelledStay of(RecordedStay recording, boolean died) {
        return new LabelledStay(HourlyStay.of(recording), died);
    }

    /** Returns the same stay with windows of another recipe. */
    public LabelledStay preparedBy(WindowImputer imputer) {
        return new LabelledStay(stay.preparedBy(imputer), died);
    }

    /** See {@link HourlyStay#windowAfter(int)}. */
    public ScoreRequest windowAfter(int hours) {
        return stay.windowAfter(hours);
    }
}
