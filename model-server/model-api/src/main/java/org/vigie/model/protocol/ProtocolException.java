package org.vigie.model.protocol;

/** A request or an answer is not what the protocol says. */
public final class ProtocolException extends IllegalArgumentException {
    public ProtocolException(String message) {
        super(message);
    }

    public ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
