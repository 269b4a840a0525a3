package org.vigie.station.login;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the log-ins that were begun at the provider, for ten minutes each. Anybody may begin one, so that a further one beyond the limit takes
 * the place of the one that began first, and nobody shuts the others out for ten minutes. Safe for several threads.
 */
final class OidcAttempts {
    static final int MOST = 10_000;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Map<String, OidcAttempt> begun = new LinkedHashMap<>();

    synchronized void add(OidcAttempt attempt) {
        begun.put(attempt.state().getValue(), attempt);
        if (begun.size() > MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
    }

    /** Returns the log-in with this state, once; empty when there is none, or when it began more than ten minutes ago. */
    synchronized Optional<OidcAttempt> take(String state, Instant now) {
        begun.values().removeIf(attempt -> !now.isBefore(attempt.began().plus(WITHIN)));
        return Optional.ofNullable(begun.remove(state));
    }
}
