package org.vigie.model.score;

/** Why there is no score. */
public final class ScorerException extends RuntimeException {
    private final ScorerErrorCode code;

    /** What a caller can do about it. */
    public enum ScorerErrorCode {
        /** The server cannot be reached, or has no such model: try again later. */
        MODEL_UNAVAILABLE,
        /** No answer in time: try again. */
        TIMEOUT,
        /** The server's queue is full: ask less often. */
        OVERLOADED,
        /** The server refused the request: the same request will never succeed. */
        BAD_REQUEST
    }

    public ScorerException(ScorerErrorCode code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    public ScorerException(ScorerErrorCode code, String message, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    public ScorerErrorCode code() {
        return code;
    }
}
