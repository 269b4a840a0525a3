package org.vigie.triage.training.visit;

import java.io.IOException;

/** Signals a visit file that cannot be read. The message names the file, the line and, where it applies, the column. */
public final class VisitFileException extends IOException {
    private static final long serialVersionUID = 1;

    VisitFileException(String message) {
        super(message);
    }

    VisitFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
