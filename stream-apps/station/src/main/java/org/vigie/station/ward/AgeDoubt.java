package org.vigie.station.ward;

import java.util.Optional;

/** Says why a patient may not be one for whom the limits and scores of the unit are meant. */
public enum AgeDoubt {
    /** The patient is younger than the age from which they hold. */
    CHILD,
    /** No age is known. */
    UNKNOWN;

    /**
     * Returns the doubt about a patient; empty for an adult.
     *
     * @param age years at the admission, or null
     * @param adultFrom years from which the rules hold; 0: at every age
     */
    static Optional<AgeDoubt> of(Double age, int adultFrom) {
        if (adultFrom == 0) {
            return Optional.empty();
        }
        if (age == null) {
            return Optional.of(UNKNOWN);
        }
        return age < adultFrom ? Optional.of(CHILD) : Optional.empty();
    }
}
