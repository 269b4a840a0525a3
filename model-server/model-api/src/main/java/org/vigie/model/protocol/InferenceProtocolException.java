package org.vigie.model.protocol;

/** Signals a message that violates the open inference protocol. */
public final class InferenceProtocolException extends IllegalArgumentException {
    public InferenceProtocolException(String message) {
        super(message);
    }

    public InferenceProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
