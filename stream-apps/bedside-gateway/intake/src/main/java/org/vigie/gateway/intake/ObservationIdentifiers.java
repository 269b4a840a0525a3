package org.vigie.gateway.intake;

import java.util.List;

/**
 * Holds the sender's identifiers of an observation. A later message with the same identifier concerns the same observation.
 *
 * @param names the sender's own identifiers; they never leave the gateway
 * @param replaces true when the observation replaces the earlier one with these identifiers
 */
public record ObservationIdentifiers(List<String> names, boolean replaces) {
    /** An observation without identifiers. */
    public static final ObservationIdentifiers UNNAMED = new ObservationIdentifiers(List.of(), false);

    public ObservationIdentifiers {
        names = List.copyOf(names);
    }

    /** Returns the identifiers of one part of the observation. */
    public ObservationIdentifiers ofPart(String part) {
        return new ObservationIdentifiers(
                names.stream().map(name -> name + "|" + part).toList(), replaces);
    }

    /** Returns a copy that replaces the earlier observation. */
    public ObservationIdentifiers replacing() {
        return new ObservationIdentifiers(names, true);
    }
}
