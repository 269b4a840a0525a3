package org.vigie.signal.identify;

/**
 * The stay that a reading belongs to.
 *
 * @param provisional true when no admission was known for the bed at that time
 */
public record StayAssignment(String stay, boolean provisional) {
    static final String PROVISIONAL = "provisional-";

    /** Whether a stay of this name is a provisional one. */
    public static boolean isProvisional(String stay) {
        return stay.startsWith(PROVISIONAL);
    }
}
