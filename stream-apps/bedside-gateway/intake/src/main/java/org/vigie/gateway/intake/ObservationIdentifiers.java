package org.vigie.gateway.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Holds the sender's identifiers of an observation. A later message with the same identifier concerns the same observation.
 *
 * @param names the sender's own identifiers; they never leave the gateway
 * @param part names a part of the observation, which is corrected for itself; empty for the whole
 * @param replaces true when the observation replaces the earlier one with these identifiers
 */
public record ObservationIdentifiers(List<String> names, String part, boolean replaces, StatementKind kind) {
    /** An observation without identifiers. */
    public static final ObservationIdentifiers UNNAMED = new ObservationIdentifiers(List.of(), false);

    /** Lists what a value states. */
    public enum StatementKind {
        /** A reading that stands for itself. */
        VALUE,
        /** The rate from the start of an administration, or 0 at its end. */
        RATE,
        /**
         * The rate that follows from the state of an administration. It is no reading of its message and is published only when it changes
         * what was published under these identifiers.
         */
        STATE
    }

    public ObservationIdentifiers {
        names = List.copyOf(names);
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(kind, "kind");
    }

    /** Creates the identifiers of a reading. */
    public ObservationIdentifiers(List<String> names, boolean replaces) {
        this(names, "", replaces, StatementKind.VALUE);
    }

    /** Returns the identifiers under which the observation, or this part of it, is remembered. */
    public List<String> keys() {
        return part.isEmpty()
                ? names
                : names.stream().map(name -> name + "|" + part).toList();
    }

    /** Returns true when the value follows from the state of an administration. */
    public boolean state() {
        return kind == StatementKind.STATE;
    }

    /** Returns the identifiers of one part of the observation. */
    public ObservationIdentifiers ofPart(String one) {
        return new ObservationIdentifiers(names, one, replaces, kind);
    }

    /** Returns a copy that replaces the earlier observation. */
    public ObservationIdentifiers replacing() {
        return new ObservationIdentifiers(names, part, true, kind);
    }

    /** Returns a copy that replaces the earlier observation of one more identifier. */
    public ObservationIdentifiers replacing(String name) {
        List<String> all =
                Stream.concat(names.stream(), Stream.of(name)).distinct().toList();
        return new ObservationIdentifiers(all, part, true, kind);
    }

    /** Returns a copy for the rate of an administration. */
    public ObservationIdentifiers ofRate() {
        return new ObservationIdentifiers(names, part, replaces, StatementKind.RATE);
    }

    /** Returns a copy for a rate that follows from the state of an administration. */
    public ObservationIdentifiers ofState() {
        return new ObservationIdentifiers(names, part, false, StatementKind.STATE);
    }
}
