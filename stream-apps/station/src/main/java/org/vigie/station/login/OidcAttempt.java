package org.vigie.station.login;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;

/**
 * Holds one log-in that was begun at the provider.
 *
 * @param state binds the answer to the browser that began it
 * @param nonce binds the ID token to this log-in
 * @param verifier proves that the same station asks for the token (PKCE)
 */
record OidcAttempt(State state, Nonce nonce, CodeVerifier verifier, Instant began) {
    static OidcAttempt begin(Instant now) {
        return new OidcAttempt(new State(), new Nonce(), new CodeVerifier(), now);
    }
}
