package org.vigie.modelserver.serve;

/** Signals a request that cannot be computed, with a code that HTTP and gRPC translate. */
public final class ServingException extends RuntimeException {
    private final ServingErrorCode code;

    /** Lists the kinds of failure. */
    public enum ServingErrorCode {
        /** The model or version is not served. */
        NOT_FOUND,
        /** The request does not fit the model. */
        INVALID,
        /** The request is larger than the server accepts. */
        TOO_LARGE,
        /** The queue is full. */
        OVERLOADED,
        /** The time limit has passed. */
        TIMEOUT,
        /** The server is stopping. */
        STOPPING,
        /** The engine failed. */
        FAILED
    }

    public ServingException(ServingErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public ServingException(ServingErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ServingErrorCode code() {
        return code;
    }
}
