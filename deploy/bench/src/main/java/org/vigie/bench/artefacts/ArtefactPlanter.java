package org.vigie.bench.artefacts;

import java.util.List;
import org.vigie.simulator.patient.RandomSeed;

/** Plants the artefacts of one kind into a copy of a recording. */
interface ArtefactPlanter {
    /**
     * Plants artefacts.
     *
     * @param other another patient of the same source, for swapped patients
     */
    void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed);

    /** Returns the places of variables in a grid; -1 for a variable that it does not hold. */
    static int[] places(SignalGrid grid, List<String> variables) {
        return variables.stream().mapToInt(grid::indexOf).toArray();
    }
}
