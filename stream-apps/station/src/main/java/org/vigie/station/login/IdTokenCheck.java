package org.vigie.station.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks ID tokens of a provider: signature, issuer, audience and times.
 *
 * @param metadata of the provider
 * @param client for whom a token must be made
 */
record IdTokenCheck(OIDCProviderMetadata metadata, ClientID client) {
    /**
     * Checks a token.
     *
     * @param nonce that the token must repeat; null for the answer to a refresh token, which has none
     * @throws OidcLoginException when the token is not valid
     */
    IDTokenClaimsSet claims(JWT token, @Nullable Nonce nonce) {
        try {
            return validator(token).validate(token, nonce);
        } catch (BadJOSEException | JOSEException e) {
            throw new OidcLoginException("the ID token is not valid", e);
        }
    }

    private IDTokenValidator validator(JWT token) {
        try {
            return new IDTokenValidator(
                    metadata.getIssuer(),
                    client,
                    algorithm(token),
                    metadata.getJWKSetURI().toURL());
        } catch (MalformedURLException e) {
            throw new OidcLoginException("the provider names no address of its keys", e);
        }
    }

    /** Returns the algorithm of the token's signature: one with a public key that the provider's metadata names. */
    private JWSAlgorithm algorithm(JWT token) {
        List<JWSAlgorithm> named =
                Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElse(List.of(JWSAlgorithm.RS256));
        return named.stream()
                .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                .filter(algorithm -> algorithm.equals(token.getHeader().getAlgorithm()))
                .findFirst()
                .orElseThrow(
                        () -> new OidcLoginException(
                                "the ID token is signed with an algorithm that the provider does not name or that needs no public key"));
    }
}
