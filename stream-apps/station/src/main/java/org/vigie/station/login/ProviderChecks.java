package org.vigie.station.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AccessControl;

/**
 * Asks the provider about the users of open sessions, each at an interval. A session whose user the provider refuses ends. When the provider
 * does not answer, sessions go on: a ward must not lose its page with the provider.
 *
 * <p>The session of a wall screen goes on when the provider refuses it, because it shows alarms to a room and changes nothing. It is asked no more.
 */
final class ProviderChecks {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderChecks.class);
    /** Says that a refused token says nothing about the user. */
    private static final String LOST = "an earlier answer was lost, and perhaps the newest token with it: ";

    private final StationSessions sessions;
    private final AccessControl control;
    private final Duration every;
    private final InstantSource clock;

    /** @param every how often the provider is asked about one session */
    ProviderChecks(StationSessions sessions, AccessControl control, Duration every, InstantSource clock) {
        this.sessions = sessions;
        this.control = control;
        this.every = every;
        this.clock = clock;
    }

    /** Asks about each session that is due, longest unasked first. After a question without an answer the others wait for the next run. */
    void run(OidcLogin provider) {
        var unused = sessions.unasked(clock.instant().minus(every)).entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, StationSession> due) ->
                        due.getValue().grant().asked()))
                .allMatch(due -> isAnswered(due.getKey(), due.getValue(), provider));
    }

    private boolean isAnswered(String digest, StationSession session, OidcLogin provider) {
        Instant now = clock.instant();
        var known = new ProvidedUser(session.user(), session.grant().refreshToken());
        // A station that is killed from here on leaves a question without an answer.
        sessions.keep(digest, session.grant().withoutAnswer());
        try {
            provider.again(known, next -> sessions.keep(digest, ProviderGrant.given(next, now)));
            return true;
        } catch (OidcRefusedException e) {
            refuse(digest, session, e);
            return true;
        } catch (OidcLoginException e) {
            noteUnanswered(digest, session.grant(), e, now);
            return false;
        }
    }

    private void noteUnanswered(String digest, ProviderGrant question, OidcLoginException failure, Instant now) {
        LOG.warn("PROVIDER_UNANSWERED: sessions go on unchecked: {}", failure.getMessage());
        sessions.noteAsked(digest, failure.isAnswerLost() ? question.withoutAnswer() : question, now);
    }

    private void refuse(String digest, StationSession session, OidcRefusedException refusal) {
        boolean lost = refusal.isOfToken() && session.grant().unanswered();
        String reason = lost ? LOST + refusal.getMessage() : refusal.getMessage();
        control.refuseLogIn(session.user(), "provider, asked again: " + reason);
        if (session.isWallScreen()) {
            LOG.warn("WALL_SCREEN_REFUSED: {} goes on and is checked no more: {}", name(session), reason);
            sessions.keep(digest, ProviderGrant.NONE);
        } else {
            LOG.warn("{}: {} logs in again: {}", lost ? "REFRESH_TOKEN_LOST" : "USER_REFUSED", name(session), reason);
            sessions.endDigest(digest);
        }
    }

    private static String name(StationSession session) {
        return session.user().name();
    }
}
