package org.vigie.modelserver.serve;

/** Why a request gets no answer. */
public final class ServingException extends RuntimeException {
    private final Code code;

    /** What happened. */
    public enum Code {
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

    public ServingException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public ServingException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
