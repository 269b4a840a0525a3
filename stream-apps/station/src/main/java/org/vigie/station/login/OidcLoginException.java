package org.vigie.station.login;

/** Says why a log-in at the provider did not succeed. Its message holds no token and no code. */
public class OidcLoginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OidcLoginException(String message) {
        super(message);
    }

    OidcLoginException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns whether a question was sent to the provider and its answer was not read. */
    boolean isAnswerLost() {
        return false;
    }
}
