package org.vigie.signal.clean;

import java.util.Arrays;
import java.util.Optional;

/**
 * Lists the revisions of the cleaning rules. The shipped risk models learnt from values that the first revision cleaned; another revision
 * changes their inputs.
 */
public enum CleaningRevision {
    /** The rules of the shipped models. */
    FIRST(1),
    /**
     * The first rules with {@link BodyTemperatureRule} and {@link ContradictedReadingRule}, then {@link PinnedSignalRule}, {@link
     * MistakenEntryRule} and {@link ContradictedPressureRule}.
     */
    SECOND(2);

    private final int number;

    CleaningRevision(int number) {
        this.number = number;
    }

    /** Returns the revision with a number; empty when there is none. */
    public static Optional<CleaningRevision> numbered(int number) {
        return Arrays.stream(values())
                .filter(revision -> revision.number == number)
                .findFirst();
    }
}
