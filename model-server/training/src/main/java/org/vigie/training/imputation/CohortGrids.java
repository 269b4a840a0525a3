package org.vigie.training.imputation;

import java.util.List;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.feature.HourlyStay;

/**
 * Computes the hourly grids of recorded stays.
 *
 * @param windows with the rules of the models that ship a grid holds hourly means since admission, as the imputer that ships learnt them; with
 *     other rules it holds the measured cells of the window of the first 48 hours
 */
public record CohortGrids(List<RecordedStay> recordings, WindowImputer windows) {
    public CohortGrids {
        recordings = List.copyOf(recordings);
    }

    /** Creates grids of hourly means. */
    public CohortGrids(List<RecordedStay> recordings) {
        this(recordings, WindowImputer.shipped());
    }

    /** Returns one grid for each stay, in their order. */
    public List<ImputationGrid> grids() {
        return recordings.stream().map(this::grid).toList();
    }

    private ImputationGrid grid(RecordedStay recording) {
        HourlyStay stay = HourlyStay.of(recording);
        return windows.recipe().windowDigest().equals(PreparationRecipe.SHIPPED.windowDigest())
                ? ImputationGrid.of(stay.id(), stay.grid())
                : ImputationGrid.measuredIn(stay.id(), windows.filled(stay.grid(), ImputationGrid.HOURS - 1));
    }
}
