package org.vigie.station.login;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

/** Logs users in at an OpenID Connect provider. A log-in is finished by the browser that began it, within ten minutes, once. */
final class OidcLogin {
    private final OidcAttempts begun = new OidcAttempts();
    private final OidcConfig config;
    private final OidcProvider provider;
    private final InstantSource clock;

    OidcLogin(OidcConfig config, InstantSource clock) {
        this.config = config;
        this.provider = new OidcProvider(config);
        this.clock = clock;
    }

    /** Begins a log-in. */
    OidcRedirect begin() {
        var attempt = OidcAttempt.begin(clock.instant());
        URI address = provider.authorization(attempt);
        begun.add(attempt);
        return new OidcRedirect(address, attempt.state().getValue());
    }

    /**
     * Finishes a log-in.
     *
     * @param answer address to which the provider sent the browser back
     * @param state that the browser kept since it began
     * @throws OidcLoginException when something does not fit
     */
    ProvidedUser finish(URI answer, String state) {
        OidcAttempt attempt = begun.take(state, clock.instant())
                .orElseThrow(
                        () -> new OidcLoginException("this browser began no log-in, or more than ten minutes ago"));
        OidcAnswer found = provider.byCode(code(answer, attempt), attempt);
        Principal user = found.claims()
                .map(this::principal)
                .orElseThrow(() -> new OidcLoginException("the provider gave no ID token"));
        return new ProvidedUser(user, found.refreshToken());
    }

    /**
     * Asks the provider whether a user still has the rights of the log-in.
     *
     * @param next takes the refresh token of the next question, also when the ID token of this one cannot be checked
     * @throws OidcRefusedException when the provider refuses the user, or names other rights
     * @throws OidcLoginException when it does not answer, or its answer cannot be used
     */
    void again(ProvidedUser known, Consumer<String> next) {
        if (provider.byRefreshToken(known.refreshToken(), next)
                .map(this::principal)
                .filter(now -> !now.equals(known.user()))
                .isPresent()) {
            throw new OidcRefusedException("the provider names another name, role or unit than at the log-in");
        }
    }

    private static AuthorizationCode code(URI answer, OidcAttempt attempt) {
        try {
            AuthorizationResponse response = AuthorizationResponse.parse(answer);
            if (!attempt.state().equals(response.getState())) {
                throw new OidcLoginException("the answer belongs to another log-in");
            }
            if (!response.indicatesSuccess()) {
                throw new OidcLoginException("the provider refused the log-in: "
                        + response.toErrorResponse().getErrorObject().getCode());
            }
            return response.toSuccessResponse().getAuthorizationCode();
        } catch (ParseException e) {
            throw new OidcLoginException("the provider's answer cannot be read", e);
        }
    }

    private Principal principal(IDTokenClaimsSet claims) {
        Set<AccessRole> roles = claim(claims, config.rolesClaim()).stream()
                .flatMap(role -> AccessRole.named(role).stream())
                .filter(role -> role != AccessRole.SERVICE)
                .collect(Collectors.toSet());
        if (roles.isEmpty()) {
            throw new OidcRefusedException("the ID token names no role of Vigie in its claim " + config.rolesClaim());
        }
        String subject = claims.getSubject().getValue();
        String name =
                Optional.ofNullable(claims.getStringClaim("preferred_username")).orElse(subject);
        try {
            return new Principal(subject, name, roles, new UnitScope(Set.copyOf(claim(claims, config.unitsClaim()))));
        } catch (IllegalArgumentException e) {
            throw new OidcRefusedException("the ID token does not fit: " + e.getMessage());
        }
    }

    private static List<String> claim(IDTokenClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getStringListClaim(name)).orElse(List.of());
    }
}
