package org.vigie.local;

/** Why the ward cannot start, in one sentence that says what to do. */
final class WardStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WardStartException(String sentence) {
        super(sentence);
    }

    WardStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
