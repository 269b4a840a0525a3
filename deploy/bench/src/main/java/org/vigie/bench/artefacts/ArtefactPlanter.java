package org.vigie.bench.artefacts;

import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Plants the artefacts of one kind into a copy of a recording. */
interface ArtefactPlanter {
    /**
     * Plants artefacts.
     *
     * @param other another patient of the same source, for swapped patients
     */
    void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed);
}
