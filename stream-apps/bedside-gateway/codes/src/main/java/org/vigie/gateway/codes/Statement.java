package org.vigie.gateway.codes;

import java.util.List;

/**
 * Under which names a sender said something, so that what it says later under one of them is known to be about the same.
 *
 * @param names of the sender's own; they never leave the gateway
 * @param replaces whether it takes the place of whatever was said under these names before
 */
public record Statement(List<String> names, boolean replaces) {
    /** Said under no name. */
    public static final Statement UNNAMED = new Statement(List.of(), false);

    public Statement {
        names = List.copyOf(names);
    }

    /** The same, in place of whatever was said under these names before. */
    public Statement replacing() {
        return new Statement(names, true);
    }
}
