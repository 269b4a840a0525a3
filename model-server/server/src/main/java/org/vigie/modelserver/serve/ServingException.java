package org.vigie.modelserver.serve;

/** Why a request gets no answer. */
public final class ServingException extends RuntimeException {
    private final ServingErrorCode code;

    /** What happened. */
    public enum ServingErrorCode {
        /** No such model or version. */
        NOT_FOUND,
        /** The request does not fit the model. */
        INVALID,
        /** Larger than the server takes. */
        TOO_LARGE,
        /** The queue is full. */
        OVERLOADED,
        /** No answer in time. */
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
