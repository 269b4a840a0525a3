package org.vigie.station.login;

/** Says that a question was sent to the provider, and that its answer did not come or cannot be read. */
final class OidcAnswerLostException extends OidcLoginException {
    private static final long serialVersionUID = 1;

    OidcAnswerLostException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    boolean isAnswerLost() {
        return true;
    }
}
