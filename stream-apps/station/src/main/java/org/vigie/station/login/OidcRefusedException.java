package org.vigie.station.login;

/** Says that the provider answered, and that the user has no access, or no longer the same one. */
final class OidcRefusedException extends OidcLoginException {
    private static final long serialVersionUID = 1;

    OidcRefusedException(String message) {
        super(message);
    }
}
