package org.vigie.station.login;

/** Says that the provider answered, and that the user has no access, or no longer the same one. */
final class OidcRefusedException extends OidcLoginException {
    private static final long serialVersionUID = 1;

    private final boolean ofToken;

    OidcRefusedException(String message) {
        this(message, false);
    }

    /** @param ofToken whether the provider refused the token, which may have been used or withdrawn */
    OidcRefusedException(String message, boolean ofToken) {
        super(message);
        this.ofToken = ofToken;
    }

    boolean isOfToken() {
        return ofToken;
    }
}
