package org.vigie.signal.identify;

/**
 * Holds the stay to which a reading belongs.
 *
 * @param provisional true when no admission was known for the bed at that time
 */
public record StayAssignment(String stay, boolean provisional) {
    static final String PROVISIONAL = "provisional-";

    /** Returns true when {@code stay} is the name of a provisional stay. */
    public static boolean isProvisional(String stay) {
        return stay.startsWith(PROVISIONAL);
    }
}
