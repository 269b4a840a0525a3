package org.vigie.station.login;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessControl;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.login.FailedAttempts;
import org.vigie.access.login.LocalUsers;
import org.vigie.access.login.LoginCode;
import org.vigie.access.login.SecretText;

/** Begins sessions: by the one-time link, by a PIN, or at a provider. Each log-in and each refused one goes to the audit trail. */
public final class SessionStarter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionStarter.class);
    private static final String LINK = "one-time link";
    private static final String PROVIDER = "provider";

    private final StationSessions sessions;
    private final AccessControl control;
    private final LoginCode code;
    private final LocalUsers users;
    private final Optional<OidcLogin> oidc;
    private final UncheckedLogInWarning unchecked;
    private final FailedAttempts refused = new FailedAttempts();
    private final InstantSource clock;

    SessionStarter(
            StationAccessConfig config,
            LocalUsers users,
            StationSessions sessions,
            AccessControl control,
            InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.control = control;
        this.clock = clock;
        this.unchecked = new UncheckedLogInWarning(config.uncheckedEnd());
        this.code = new LoginCode(config.file("login-code"));
        this.oidc = config.oidc().isUsed() ? Optional.of(new OidcLogin(config.oidc(), clock)) : Optional.empty();
    }

    /** Returns the code of the one-time link that logs in the first nurse of the users. */
    public SecretText code() {
        return code.current();
    }

    /** Returns the names of the users who can change by a PIN; nobody where users log in at a provider. */
    public List<String> userNames() {
        return oidc.isPresent() ? List.of() : users.names();
    }

    /** Returns whether users log in at a provider. */
    public boolean usesProvider() {
        return oidc.isPresent();
    }

    /**
     * Begins a log-in at the provider; empty without a provider.
     *
     * @throws OidcLoginException when the provider does not answer
     */
    public Optional<OidcRedirect> beginAtProvider() {
        return oidc.map(OidcLogin::begin);
    }

    /**
     * Begins a session for the user whom the provider names.
     *
     * @param answer address to which the provider sent the browser back
     * @param state that the browser kept since it began
     * @throws OidcLoginException when something does not fit
     */
    public SecretText finishAtProvider(URI answer, String state) {
        ProvidedUser found = proven(answer, state);
        recordLogIn(found.user(), PROVIDER);
        unchecked.of(found).ifPresent(LOG::warn);
        return sessions.begin(found);
    }

    private ProvidedUser proven(URI answer, String state) {
        try {
            return oidc.orElseThrow(() -> new OidcLoginException("no provider is configured"))
                    .finish(answer, state);
        } catch (OidcLoginException e) {
            recordRefused(PROVIDER);
            throw e;
        }
    }

    Optional<OidcLogin> provider() {
        return oidc;
    }

    /** Begins a session by the one-time link; empty when the code is not the present one, or beside a provider. */
    public Optional<SecretText> byLink(String given) {
        if (oidc.isPresent() || !code.use(given)) {
            recordRefused(LINK);
            return Optional.empty();
        }
        return users.first(AccessRole.NURSE).map(user -> begin(user, LINK));
    }

    /** Records a log-in that proved nobody: at most five of a kind in a minute, so that nobody fills the audit trail with them. */
    private void recordRefused(String how) {
        Instant now = clock.instant();
        if (!refused.isLocked(how, now)) {
            control.refuseLogIn(Principal.unknown(), how);
            refused.note(how, false, now);
        }
    }

    /**
     * Begins a session in place of another one; empty when the PIN is wrong, or beside a provider.
     *
     * @param session id of the other session
     * @param asking who has it
     */
    public Optional<SecretText> byPin(String session, Principal asking, String name, String pin) {
        Optional<Principal> user = oidc.isPresent() ? Optional.empty() : users.withPin(name, pin);
        if (user.isEmpty()) {
            control.refuseLogIn(asking, "PIN of another user");
        }
        return user.map(known -> begin(known, "PIN", session));
    }

    private SecretText begin(Principal user, String how) {
        return begin(user, how, "");
    }

    private SecretText begin(Principal user, String how, String inPlaceOf) {
        recordLogIn(user, how);
        return sessions.beginInPlaceOf(inPlaceOf, user);
    }

    private void recordLogIn(Principal user, String how) {
        var unused = control.decide(AccessAttempt.of(user, AccessOperation.LOG_IN, how));
    }
}
