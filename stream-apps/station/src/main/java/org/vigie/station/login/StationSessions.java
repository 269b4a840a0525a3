package org.vigie.station.login;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.access.Principal;
import org.vigie.access.login.SecretText;

/** Keeps the sessions of the station under the digests of their ids. They outlive a restart. Safe for several threads. */
final class StationSessions {
    private static final int MOST = 1_000;

    private final Map<String, StationSession> sessions = new ConcurrentHashMap<>();
    private final StationAccessConfig config;
    private final InstantSource clock;
    private final SessionFile file;

    StationSessions(StationAccessConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.file = new SessionFile(config.file("sessions.json"));
        sessions.putAll(file.read());
    }

    /** Begins a session. A new id is made for it: nobody can give one beforehand. */
    SecretText begin(Principal user) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.isOver(config, now));
        if (sessions.size() >= MOST) {
            throw new IllegalStateException("the station has " + MOST + " sessions already");
        }
        var id = SecretText.random();
        sessions.put(id.digest(), new StationSession(user, SecretText.random().reveal(), now, now));
        file.write(sessions);
        return id;
    }

    /** Returns the session with this id; empty when there is none or when it is over. */
    Optional<StationSession> find(String id) {
        return Optional.ofNullable(sessions.get(new SecretText(id).digest()))
                .filter(session -> !session.isOver(config, clock.instant()));
    }

    /** Returns the rights of a session now. */
    Principal principal(StationSession session) {
        return session.principal(config, clock.instant());
    }

    boolean isLocked(StationSession session) {
        return session.isLocked(config, clock.instant());
    }

    /** Notes that a person uses the session. A locked one stays locked. */
    void touch(String id) {
        Instant now = clock.instant();
        sessions.computeIfPresent(
                new SecretText(id).digest(),
                (digest, session) -> session.isLocked(config, now) ? session : session.usedAt(now));
    }

    /** Ends a session. */
    void end(String id) {
        sessions.remove(new SecretText(id).digest());
        file.write(sessions);
    }
}
