package org.vigie.platform.state;

import org.jspecify.annotations.Nullable;

/**
 * Signals that an app cannot read the state that it has stored itself. A new thread could not read it either. The code is
 * MEMORY_UNREADABLE.
 */
public final class UnreadableStateException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnreadableStateException(String problem, @Nullable Throwable cause) {
        super("MEMORY_UNREADABLE: " + problem, cause);
    }

    static UnreadableStateException unknownSchema(StateAddress address, Throwable cause) {
        return new UnreadableStateException(
                address
                        + ": this release does not know the schema; start the release that wrote the state, or a later one",
                cause);
    }

    static UnreadableStateException damaged(StateAddress address, Throwable cause) {
        return new UnreadableStateException(
                address
                        + ": the bytes are cut short or damaged; restore the changelog topic of the store from a copy, or write a"
                        + " tombstone for this key, which loses this part only",
                cause);
    }
}
