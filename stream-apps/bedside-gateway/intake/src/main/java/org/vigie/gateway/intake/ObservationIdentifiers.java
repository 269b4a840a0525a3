package org.vigie.gateway.intake;

import java.util.List;

/**
 * Holds the sender's identifiers of an observation. A later message with the same identifier concerns the same observation.
 *
 * @param names the sender's own identifiers; they never leave the gateway
 * @param replaces true when the observation replaces the earlier one with these identifiers
 * @param state true when the value follows from the state of an infusion. It is no reading of its message and is published only when it
 *     changes what was published under these identifiers
 */
public record ObservationIdentifiers(List<String> names, boolean replaces, boolean state) {
    /** An observation without identifiers. */
    public static final ObservationIdentifiers UNNAMED = new ObservationIdentifiers(List.of(), false);

    public ObservationIdentifiers {
        names = List.copyOf(names);
    }

    /** Creates the identifiers of a reading. */
    public ObservationIdentifiers(List<String> names, boolean replaces) {
        this(names, replaces, false);
    }

    /** Returns the identifiers of one part of the observation. */
    public ObservationIdentifiers ofPart(String part) {
        return new ObservationIdentifiers(
                names.stream().map(name -> name + "|" + part).toList(), replaces, state);
    }

    /** Returns a copy that replaces the earlier observation. */
    public ObservationIdentifiers replacing() {
        return new ObservationIdentifiers(names, true, state);
    }

    /** Returns a copy for a value that follows from the state of an infusion. */
    public ObservationIdentifiers ofState() {
        return new ObservationIdentifiers(names, false, true);
    }
}
