package org.vigie.model.protocol;

/** A request or an answer is not what the protocol says. */
public final class InferenceProtocolException extends IllegalArgumentException {
    public InferenceProtocolException(String message) {
        super(message);
    }

    public InferenceProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
