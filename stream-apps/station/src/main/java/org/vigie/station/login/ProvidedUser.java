package org.vigie.station.login;

import org.vigie.access.Principal;

/**
 * Holds a user as the provider names it.
 *
 * @param refreshToken with which the provider is asked about the user again; empty when it gave none
 */
record ProvidedUser(Principal user, String refreshToken) {
    @Override
    public String toString() {
        return "ProvidedUser[" + user + "]";
    }
}
