package org.vigie.signal.identify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Holds the stay to which a reading belongs.
 *
 * @param provisional true when no admission was known for the bed at that time
 */
public record StayAssignment(String stay, boolean provisional) {
    /** Begins the name of a stay whose patient is not known. */
    public static final String PROVISIONAL = "provisional-";
    /** Begins the name of a stay that holds the time in which the claims of several patients on a bed contradict each other. */
    public static final String CONFLICT = "conflict-";

    /** Returns the name of the stay of a conflict that began at {@code from}. */
    public static String conflict(String bed, Instant from) {
        return CONFLICT + UUID.nameUUIDFromBytes((bed + "|" + from).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns true for the stay of a patient: it is not provisional, and its time is claimed by nobody else. */
    public boolean isOfPatient() {
        return !provisional && !isConflict(stay);
    }

    /** Returns true when {@code stay} is the name of a provisional stay. */
    public static boolean isProvisional(String stay) {
        return stay.startsWith(PROVISIONAL);
    }

    /** Returns true when {@code stay} is the name of a stay that belongs to no patient alone. */
    public static boolean isConflict(String stay) {
        return stay.startsWith(CONFLICT);
    }
}
