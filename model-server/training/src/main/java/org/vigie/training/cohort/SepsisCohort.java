package org.vigie.training.cohort;

import java.util.List;
import java.util.Map;

/**
 * Provides the stays of PhysioNet-2019, by ascending id.
 *
 * @param name of the data set
 * @param faults rows not used, by reason
 */
public record SepsisCohort(String name, List<SepsisStay> stays, Map<UnusedRowReason, Integer> faults) {
    public SepsisCohort {
        stays = List.copyOf(stays);
        faults = Map.copyOf(faults);
    }

    /** Returns the recorded stays without labels. */
    public Cohort cohort() {
        return new Cohort(name, stays.stream().map(SepsisStay::recording).toList(), faults);
    }
}
