package org.vigie.model.score;

/** Signals a failed score request, with a code that names what the caller can do. */
public final class ScorerException extends RuntimeException {
    private final ScorerErrorCode code;

    /** Lists the reactions that a failure allows. */
    public enum ScorerErrorCode {
        /** The server cannot be reached or does not serve the model: try again later. */
        MODEL_UNAVAILABLE,
        /** No response in time: try again. */
        TIMEOUT,
        /** The queue of the server is full: send fewer requests. */
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
