package org.vigie.station.login;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Optional;

/**
 * Holds what the token endpoint of the provider answered to a log-in.
 *
 * @param claims of the checked ID token; empty when the answer has none
 * @param refreshToken with which the provider can be asked again; empty when it gave none
 */
record OidcAnswer(Optional<IDTokenClaimsSet> claims, String refreshToken) {
    @Override
    public String toString() {
        return "OidcAnswer[" + claims.map(IDTokenClaimsSet::getSubject) + "]";
    }
}
