package org.vigie.signal.clean;

import java.util.Arrays;
import java.util.Optional;

/**
 * Lists the revisions of the cleaning rules. Training and the ward clean with the same one, because another revision changes the inputs of
 * the risk models.
 */
public enum CleaningRevision {
    /** The rules of earlier releases and of their models. */
    FIRST(1),
    /**
     * The first rules with {@link BodyTemperatureRule} and {@link ContradictedReadingRule}, then {@link PinnedSignalRule}, {@link
     * MistakenEntryRule} and {@link ContradictedPressureRule}.
     */
    SECOND(2);

    /** The rules of the risk models that ship, and the default of the ward. */
    public static final CleaningRevision SHIPPED = SECOND;

    private final int number;

    CleaningRevision(int number) {
        this.number = number;
    }

    /** Returns the number by which a configuration names the revision. */
    public int number() {
        return number;
    }

    /** Returns the revision with a number; empty when there is none. */
    public static Optional<CleaningRevision> numbered(int number) {
        return Arrays.stream(values())
                .filter(revision -> revision.number == number)
                .findFirst();
    }
}
