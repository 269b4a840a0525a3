package org.vigie.gateway.intake;

import java.util.List;

/**
 * Under which names a sender said something, so that what it says later under one of them is known to be about the same.
 *
 * @param names of the sender's own; they never leave the gateway
 * @param replaces whether it takes the place of whatever was said under these names before
 */
public record ObservationIdentifiers(List<String> names, boolean replaces) {
    /** Said under no name. */
    public static final ObservationIdentifiers UNNAMED = new ObservationIdentifiers(List.of(), false);

    public ObservationIdentifiers {
        names = List.copyOf(names);
    }

    /** The same, in place of whatever was said under these names before. */
    public ObservationIdentifiers replacing() {
        return new ObservationIdentifiers(names, true);
    }
}
