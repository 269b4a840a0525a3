package org.vigie.station.login;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Configures the log-in at an OpenID Connect provider: authorization code with PKCE.
 *
 * @param issuer address of the provider; empty for none
 * @param clientId name under which the provider knows the station
 * @param clientSecretFile file with the client's secret, for its owner alone; empty for a public client, which PKCE protects
 * @param redirectUri address of the station's {@code /login/callback} as browsers reach it
 * @param rolesClaim claim of the ID token with the roles' names
 * @param unitsClaim claim of the ID token with the units; a token without it sees no unit
 * @param scopes asked of the provider; {@code offline_access} where it gives no refresh token otherwise
 * @param checkEvery how often the provider is asked, by the refresh token of a session, whether its user still has the same rights
 * @param uncheckedEnd how long after its log-in a session ends for which the provider gave no refresh token, so that it cannot be asked; zero for
 *     the end of every session
 */
public record OidcConfig(
        String issuer,
        String clientId,
        String clientSecretFile,
        String redirectUri,
        String rolesClaim,
        String unitsClaim,
        List<String> scopes,
        Duration checkEvery,
        Duration uncheckedEnd) {
    public OidcConfig {
        scopes = List.copyOf(scopes);
        if (checkEvery.isNegative() || checkEvery.isZero()) {
            throw new IllegalArgumentException("access.oidc.checkEvery: must be positive, was " + checkEvery);
        }
        if (uncheckedEnd.isNegative()) {
            throw new IllegalArgumentException(
                    "access.oidc.uncheckedEnd: must be positive, or PT0S for sessionEnd, was " + uncheckedEnd);
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("access.oidc.scopes: must hold openid, was " + scopes);
        }
        if (!issuer.isEmpty() && (clientId.isEmpty() || !redirectUri.endsWith("/login/callback"))) {
            throw new IllegalArgumentException("access.oidc: an issuer needs clientId, and redirectUri that ends with"
                    + " /login/callback; were '" + clientId + "' and '" + redirectUri + "'");
        }
        boolean loopback = issuer.startsWith("http://127.0.0.1:") || issuer.startsWith("http://localhost:");
        if (!issuer.isEmpty() && !issuer.startsWith("https://") && !loopback) {
            throw new IllegalArgumentException("access.oidc.issuer: must begin with https://, was '" + issuer + "'");
        }
    }

    public static OidcConfig defaults() {
        return at("", "", "");
    }

    /** Returns the usual settings of a public client at a provider. */
    public static OidcConfig at(String issuer, String clientId, String redirectUri) {
        return new OidcConfig(
                issuer,
                clientId,
                "",
                redirectUri,
                "roles",
                "units",
                List.of("openid", "profile"),
                Duration.ofMinutes(5),
                Duration.ZERO);
    }

    /** Returns whether users log in at a provider. */
    public boolean isUsed() {
        return !issuer.isEmpty();
    }

    /** Returns the path of the file with the client's secret. */
    Path secretPath() {
        return Path.of(clientSecretFile);
    }
}
