package org.vigie.store;

/** Reports that the store cannot do what is asked. The message is one sentence that says what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final StoreErrorCode code;

    /** Names the kind of failure. */
    public enum StoreErrorCode {
        /** Another process listens on the port. */
        PORT_TAKEN,
        /** Another process has the directory open. */
        DIRECTORY_IN_USE,
        /** The directory cannot be written, or what lies in it cannot be read. */
        DIRECTORY_DAMAGED,
        /** The store answered, and refused the statement. */
        STATEMENT_REFUSED,
        /** The store did not answer. */
        UNREACHABLE
    }

    public StoreException(StoreErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public StoreException(StoreErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public StoreErrorCode code() {
        return code;
    }
}
