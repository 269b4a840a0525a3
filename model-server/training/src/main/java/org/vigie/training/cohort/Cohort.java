package org.vigie.training.cohort;

import java.util.List;
import java.util.Map;

/**
 * Recorded stays, by ascending id.
 *
 * @param name of the set
 * @param faults rows not used, by reason
 */
public record Cohort(String name, List<RecordedStay> recordings, Map<UnusedRowReason, Integer> faults) {
    public Cohort {
        recordings = List.copyOf(recordings);
        faults = Map.copyOf(faults);
    }
}
