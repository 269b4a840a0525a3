package org.vigie.local;

/** Reports in one sentence why the ward cannot start and what to do. */
public final class WardStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WardStartException(String sentence) {
        super(sentence);
    }

    WardStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
