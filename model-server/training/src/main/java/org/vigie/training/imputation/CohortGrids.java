package org.vigie.training.imputation;

import java.util.List;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.feature.HourlyStay;

/** Computes the hourly grids of recorded stays. */
public record CohortGrids(List<RecordedStay> recordings) {
    public CohortGrids {
        recordings = List.copyOf(recordings);
    }

    /** Returns one grid for each stay, in their order. */
    public List<ImputationGrid> grids() {
        return recordings.stream().map(CohortGrids::grid).toList();
    }

    private static ImputationGrid grid(RecordedStay recording) {
        HourlyStay stay = HourlyStay.of(recording);
        return ImputationGrid.of(stay.id(), stay.grid());
    }
}
