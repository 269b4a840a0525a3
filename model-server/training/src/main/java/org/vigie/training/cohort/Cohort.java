package org.vigie.training.cohort;

import java.util.List;
import java.util.Map;

/**
 * Provides the recorded stays of one data set, by ascending id.
 *
 * @param name of the data set
 * @param faults rows not used, by reason
 */
public record Cohort(String name, List<RecordedStay> recordings, Map<UnusedRowReason, Integer> faults) {
    public Cohort {
        recordings = List.copyOf(recordings);
        faults = Map.copyOf(faults);
    }
}
