package org.vigie.embedded;

/** Why the broker cannot run, in one sentence that says what to do. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is broken. */
    public enum BrokerErrorCode {
        /** Another program listens there. */
        PORT_TAKEN,
        /** Another broker runs on the directory. */
        DIRECTORY_IN_USE,
        /** The directory cannot be written, or what lies in it cannot be read. */
        DIRECTORY_DAMAGED,
        /** The broker runs but refused a request. */
        REFUSED
    }

    private final BrokerErrorCode code;

    BrokerException(BrokerErrorCode code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public BrokerErrorCode code() {
        return code;
    }
}
