package org.vigie.embedded;

/** Reports in one sentence why the broker cannot run and what to do. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the kind of failure. */
    public enum BrokerErrorCode {
        /** Another program listens on the port. */
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
