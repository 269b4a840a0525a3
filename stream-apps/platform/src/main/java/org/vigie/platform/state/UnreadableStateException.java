package org.vigie.platform.state;

import org.jspecify.annotations.Nullable;

/** An app cannot read the state that it has stored itself. A new thread could not read it either. The code is MEMORY_UNREADABLE. */
public final class UnreadableStateException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnreadableStateException(String problem, @Nullable Throwable cause) {
        super("MEMORY_UNREADABLE: " + problem, cause);
    }
}
