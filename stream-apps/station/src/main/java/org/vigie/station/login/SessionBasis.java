package org.vigie.station.login;

import org.vigie.access.Principal;
import org.vigie.access.login.LocalUsers;
import org.vigie.access.login.SecretText;

/**
 * Says what a session stands on: the line of its user in the file of users, or the provider at which the user logged in. A session ends when
 * this changes, because the user may have been removed, have another role, or have a new PIN.
 *
 * @param users who share a screen; they do not count beside a provider
 */
record SessionBasis(LocalUsers users, OidcConfig provider) {
    /** Returns a digest of the basis of a user's session now; the empty text when nothing proves the user any more. */
    String of(Principal user) {
        return provider.isUsed() ? provided() : users.digest(user).orElse("");
    }

    private String provided() {
        String settings = String.join(
                "|", "provider", provider.issuer(), provider.clientId(), provider.rolesClaim(), provider.unitsClaim());
        return new SecretText(settings).digest();
    }
}
