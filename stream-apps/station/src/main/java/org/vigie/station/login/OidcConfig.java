package org.vigie.station.login;

import java.nio.file.Path;

/**
 * Configures the log-in at an OpenID Connect provider: authorization code with PKCE.
 *
 * @param issuer address of the provider; empty for none
 * @param clientId name under which the provider knows the station
 * @param clientSecretFile file with the client's secret, for its owner alone; empty for a public client, which PKCE protects
 * @param redirectUri address of the station's {@code /login/callback} as browsers reach it
 * @param rolesClaim claim of the ID token with the roles' names
 * @param unitsClaim claim of the ID token with the units; a token without it sees no unit
 */
public record OidcConfig(
        String issuer,
        String clientId,
        String clientSecretFile,
        String redirectUri,
        String rolesClaim,
        String unitsClaim) {
    public OidcConfig {
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
        return new OidcConfig("", "", "", "", "roles", "units");
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
