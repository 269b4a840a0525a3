package org.vigie.station.login;

import java.time.InstantSource;
import java.util.Optional;
import org.vigie.access.AccessControl;
import org.vigie.access.AccessPolicy;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditTrail;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.login.LocalUsers;
import org.vigie.access.login.SecretText;
import org.vigie.access.server.LimitedAuditTrail;

/** Says who asks, from a session cookie, an API token, or the headers of a proxy that has a token. Safe for several threads. */
public final class StationLogin {
    private static final String PROXY = "proxy";

    private final AccessControl control;
    private final StationSessions sessions;
    private final SessionStarter starter;
    private final ProviderChecks checks;
    private final ApiTokens tokens;
    private final UserHeadersConfig proxy;
    private final boolean publishedOnLoopback;
    private final Optional<SecretText> watchToken;

    /**
     * @param proxy headers of a proxy with a log-in, if there is one
     * @param audit takes each refusal, with a limit of those of one principal in a minute, and each audited use
     */
    public StationLogin(StationAccessConfig config, UserHeadersConfig proxy, AuditTrail audit, InstantSource clock) {
        this.control = new AccessControl(AccessPolicy.standard(), new LimitedAuditTrail(audit, clock), clock);
        var users = new LocalUsers(config.file("users.json"), clock);
        this.sessions = new StationSessions(config, new SessionBasis(users, config.oidc()), clock);
        this.starter = new SessionStarter(config, users, sessions, control, clock);
        this.checks = new ProviderChecks(sessions, control, config.oidc().checkEvery(), clock);
        this.tokens = new ApiTokens(config.file("tokens"));
        this.proxy = proxy;
        this.publishedOnLoopback = config.publishedOnLoopback();
        this.watchToken = Optional.of(config.watchToken())
                .filter(token -> !token.isEmpty())
                .map(SecretText::new);
        if (proxy.hasLogin()) {
            tokens.own(PROXY, AccessRole.SERVICE);
        }
    }

    /** Returns the one place that decides what a principal may do. */
    public AccessControl control() {
        return control;
    }

    /** Returns what begins sessions. */
    public SessionStarter starter() {
        return starter;
    }

    /** Asks a provider, if there is one, about the users of open sessions whose time has come. */
    public void checkSessions() {
        starter.provider().ifPresent(checks::run);
    }

    /** Returns whether only this machine reaches the station, whatever address it listens on. */
    public boolean isPublishedOnLoopback() {
        return publishedOnLoopback;
    }

    /** Returns the token of a program of this ward. */
    public SecretText token(String program) {
        return tokens.own(program, AccessRole.SERVICE);
    }

    /** Returns who asks; empty when nothing proves it. */
    public Optional<Principal> principal(RequestCredentials request) {
        if (!request.session().isEmpty()) {
            return sessions.find(request.session()).map(sessions::principal);
        }
        Optional<Principal> program =
                tokens.principal(request.authorization()).or(() -> watcher(request.authorization()));
        return program.filter(
                        principal -> proxy.hasLogin() && principal.subject().equals(PROXY))
                .flatMap(principal -> proxy.principal(request.header()))
                .or(() -> program.filter(principal -> !principal.subject().equals(PROXY)));
    }

    private Optional<Principal> watcher(String authorization) {
        return watchToken
                .filter(token -> new SecretText("Bearer " + token.reveal()).matches(authorization))
                .map(token -> Principal.of("alert-notifications", AccessRole.SERVICE, UnitScope.everyUnit()));
    }

    /** Returns the token that a changing request of this session must repeat; empty without a session. */
    public Optional<String> csrf(RequestCredentials request) {
        return sessions.find(request.session()).map(StationSession::csrf);
    }

    public boolean isLocked(RequestCredentials request) {
        return sessions.find(request.session()).filter(sessions::isLocked).isPresent();
    }

    /** Notes that a person uses the session. */
    public void touch(RequestCredentials request) {
        sessions.touch(request.session());
    }

    /** Returns whether a wall screen has this session. */
    public boolean isWallScreen(SecretText session) {
        return sessions.find(session.reveal())
                .filter(StationSession::isWallScreen)
                .isPresent();
    }

    /** Ends the session of the request. */
    public void end(RequestCredentials request) {
        sessions.end(request.session());
    }
}
