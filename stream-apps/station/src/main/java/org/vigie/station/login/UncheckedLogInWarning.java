package org.vigie.station.login;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Warns at the first log-in for which the provider gives no refresh token: it cannot be asked whether the user still has an account. */
final class UncheckedLogInWarning {
    private final AtomicBoolean isGiven = new AtomicBoolean();
    private final Duration end;

    /** @param end how long after its log-in the session of such a user ends */
    UncheckedLogInWarning(Duration end) {
        this.end = end;
    }

    /** Returns the warning; empty for a user about whom the provider can be asked, and after the first one. */
    Optional<String> of(ProvidedUser user) {
        boolean isDue = user.refreshToken().isEmpty() && isGiven.compareAndSet(false, true);
        return isDue ? Optional.of(text()) : Optional.empty();
    }

    private String text() {
        return "SESSIONS_UNCHECKED: the provider gave no refresh token with a log-in. A user whom it removes keeps the session until "
                + end
                + " after the log-in. Add offline_access to access.oidc.scopes, or set a shorter access.oidc.uncheckedEnd";
    }
}
