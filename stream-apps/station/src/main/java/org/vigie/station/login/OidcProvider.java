package org.vigie.station.login;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.access.login.PrivateFile;

/** Speaks with the OpenID Connect provider. It asks for the provider's addresses at the first log-in and keeps them. */
final class OidcProvider {
    private static final int TIMEOUT_MS = 10_000;

    private final OidcConfig config;
    private volatile OIDCProviderMetadata metadata;

    OidcProvider(OidcConfig config) {
        this.config = config;
    }

    /** Returns the address at the provider to which the browser is sent. */
    URI authorization(OidcAttempt attempt) {
        var scope = Scope.parse(config.scopes());
        return new AuthenticationRequest.Builder(ResponseType.CODE, scope, client(), redirect())
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Exchanges the code of a log-in for an ID token and checks it: signature, issuer, audience, times and nonce.
     *
     * @throws OidcLoginException when the provider refuses the code, does not answer, or the token is not valid
     */
    OidcAnswer byCode(AuthorizationCode code, OidcAttempt attempt) {
        OIDCTokens tokens = tokens(new AuthorizationCodeGrant(code, redirect(), attempt.verifier()));
        return new OidcAnswer(
                claims(tokens, attempt.nonce()), refreshToken(tokens).orElse(""));
    }

    /**
     * Asks about the user of an earlier log-in.
     *
     * @param next takes the refresh token of the next question as soon as the provider has answered. A provider that uses each token once has
     *     consumed the present one then, whatever the check of the ID token finds
     * @throws OidcRefusedException when the provider refuses the user
     * @throws OidcLoginException when it does not answer, or its answer cannot be used
     */
    Optional<IDTokenClaimsSet> byRefreshToken(String token, Consumer<String> next) {
        OIDCTokens tokens = tokens(new RefreshTokenGrant(new RefreshToken(token)));
        next.accept(refreshToken(tokens).orElse(token));
        return claims(tokens, null);
    }

    private Optional<IDTokenClaimsSet> claims(OIDCTokens tokens, @Nullable Nonce nonce) {
        return Optional.ofNullable(tokens.getIDToken())
                .map(token -> new IdTokenCheck(metadata(), client()).claims(token, nonce));
    }

    private static Optional<String> refreshToken(OIDCTokens tokens) {
        return Optional.ofNullable(tokens.getRefreshToken()).map(RefreshToken::getValue);
    }

    private OIDCTokens tokens(AuthorizationGrant grant) {
        return TokenEndpoint.tokens(request(grant).toHTTPRequest());
    }

    private TokenRequest request(AuthorizationGrant grant) {
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
