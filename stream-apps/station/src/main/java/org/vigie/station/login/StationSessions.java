package org.vigie.station.login;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.login.SecretText;

/**
 * Keeps the sessions of the station under the digests of their ids. They outlive a restart. One user has at most 100 sessions: a further one
 * ends the one that nobody used for longest. Of a wall screen it is refused, because an open one shows alarms and is never used. Safe for
 * several threads.
 */
final class StationSessions {
    private static final int MOST = 1_000;
    static final int MOST_OF_ONE_USER = 100;

    private final Map<String, StationSession> sessions = new ConcurrentHashMap<>();
    private final StationAccessConfig config;
    private final SessionBasis basis;
    private final InstantSource clock;
    private final SessionFile file;

    /** @param basis what each session stands on now */
    StationSessions(StationAccessConfig config, SessionBasis basis, InstantSource clock) {
        this.config = config;
        this.basis = basis;
        this.clock = clock;
        this.file = new SessionFile(config.file("sessions.json"));
        sessions.putAll(file.read());
    }

    /** Begins a session. A new id is made for it: nobody can give one beforehand. */
    SecretText begin(Principal user) {
        return beginInPlaceOf("", user);
    }

    /** Begins a session and ends another one with it. When no session can be begun, the other one goes on. */
    SecretText beginInPlaceOf(String other, Principal user) {
        Instant now = clock.instant();
        String ending = new SecretText(other).digest();
        sessions.values().removeIf(session -> !isOpen(session, now));
        makeRoom(user, ending);
        sessions.remove(ending);
        var id = SecretText.random();
        sessions.put(
                id.digest(),
                new StationSession(user, basis.of(user), SecretText.random().reveal(), now, now));
        file.write(sessions);
        return id;
    }

    /** @param ending digest of a session that ends now */
    private void makeRoom(Principal user, String ending) {
        List<String> own = leastUsedFirst(user).stream()
                .filter(session -> !session.equals(ending))
                .toList();
        boolean isFull = own.size() >= MOST_OF_ONE_USER && user.mainRole() == AccessRole.WALL_SCREEN;
        if (isFull || sessions.size() >= MOST) {
            throw new IllegalStateException("SESSIONS_FULL: " + user.name() + " begins no session: " + sessions.size()
                    + " are open, " + own.size() + " of this user");
        }
        own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE_USER + 1)).forEach(sessions::remove);
    }

    private List<String> leastUsedFirst(Principal user) {
        return sessions.entrySet().stream()
                .filter(entry -> entry.getValue().user().subject().equals(user.subject()))
                .sorted(Comparator.comparing(entry -> entry.getValue().used()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the session with this id; empty when there is none, when it is over, or when its user has changed. */
    Optional<StationSession> find(String id) {
        return Optional.ofNullable(sessions.get(new SecretText(id).digest()))
                .filter(session -> isOpen(session, clock.instant()));
    }

    private boolean isOpen(StationSession session, Instant now) {
        return !session.isOver(config, now) && session.standsOn(basis);
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
