package org.vigie.training.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import org.vigie.training.feature.LabelledStay;

/** Makes one synthetic stay out of recorded stays with the same outcome. */
public interface StaySynthesizer extends AutoCloseable {
    /**
     * Makes a stay.
     *
     * @param id of the new stay
     * @param stays recorded stays with the same outcome, at least two
     */
    LabelledStay synthesize(int id, List<LabelledStay> stays, SplittableRandom random);

    /** Frees what a trained network holds. */
    @Override
    default void close() {}
}
