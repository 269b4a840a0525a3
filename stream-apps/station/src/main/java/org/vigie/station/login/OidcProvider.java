package org.vigie.station.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.vigie.access.login.PrivateFile;

/** Speaks with the OpenID Connect provider. It asks for the provider's addresses at the first log-in and keeps them. */
final class OidcProvider {
    private static final Scope SCOPE = new Scope("openid", "profile");
    private static final int TIMEOUT_MS = 10_000;

    private final OidcConfig config;
    private volatile OIDCProviderMetadata metadata;

    OidcProvider(OidcConfig config) {
        this.config = config;
    }

    /** Returns the address at the provider to which the browser is sent. */
    URI authorization(OidcAttempt attempt) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client(), redirect())
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Exchanges the code for an ID token and checks it: signature, issuer, audience, times and nonce.
     *
     * @throws OidcLoginException when the provider refuses the code or the token is not valid
     */
    IDTokenClaimsSet claims(AuthorizationCode code, OidcAttempt attempt) {
        try {
            JWT token = token(new AuthorizationCodeGrant(code, redirect(), attempt.verifier()));
            return validator(token).validate(token, attempt.nonce());
        } catch (IOException | ParseException e) {
            throw new OidcLoginException("the provider's answer cannot be read", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new OidcLoginException("the ID token is not valid", e);
        }
    }

    private JWT token(AuthorizationCodeGrant grant) throws IOException, ParseException {
        HTTPRequest request = request(grant).toHTTPRequest();
        request.setConnectTimeout(TIMEOUT_MS);
        request.setReadTimeout(TIMEOUT_MS);
        TokenResponse response = OIDCTokenResponseParser.parse(request.send());
        if (!response.indicatesSuccess()) {
            throw new OidcLoginException("the provider refused the code: "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        return ((OIDCTokenResponse) response.toSuccessResponse())
                .getOIDCTokens()
                .getIDToken();
    }

    private TokenRequest request(AuthorizationCodeGrant grant) {
        URI endpoint = metadata().getTokenEndpointURI();
        if (config.clientSecretFile().isEmpty()) {
            return new TokenRequest.Builder(endpoint, client(), grant).build();
        }
        String secret = new PrivateFile(config.secretPath())
                .read()
                .orElseThrow(() -> new OidcLoginException("access.oidc.clientSecretFile: there is no such file"));
        return new TokenRequest.Builder(endpoint, new ClientSecretBasic(client(), new Secret(secret.strip())), grant)
                .build();
    }

    private IDTokenValidator validator(JWT token) {
        try {
            return new IDTokenValidator(
                    metadata().getIssuer(),
                    client(),
                    algorithm(token),
                    metadata().getJWKSetURI().toURL());
        } catch (MalformedURLException e) {
            throw new OidcLoginException("the provider names no address of its keys", e);
        }
    }

    /** Returns the algorithm of the token's signature: one with a public key that the provider's metadata names. */
    private JWSAlgorithm algorithm(JWT token) {
        List<JWSAlgorithm> named =
                Optional.ofNullable(metadata().getIDTokenJWSAlgs()).orElse(List.of(JWSAlgorithm.RS256));
        return named.stream()
                .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                .filter(algorithm -> algorithm.equals(token.getHeader().getAlgorithm()))
                .findFirst()
                .orElseThrow(
                        () -> new OidcLoginException(
                                "the ID token is signed with an algorithm that the provider does not name or that needs no public key"));
    }

    private OIDCProviderMetadata metadata() {
        OIDCProviderMetadata known = metadata;
        if (known == null) {
            try {
                known = OIDCProviderMetadata.resolve(new Issuer(config.issuer()), TIMEOUT_MS, TIMEOUT_MS);
                metadata = known;
            } catch (GeneralException | IOException e) {
                throw new OidcLoginException("the provider does not answer: " + config.issuer(), e);
            }
        }
        return known;
    }

    private ClientID client() {
        return new ClientID(config.clientId());
    }

    private URI redirect() {
        return URI.create(config.redirectUri());
    }
}
