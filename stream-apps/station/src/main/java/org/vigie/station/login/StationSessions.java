package org.vigie.station.login;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.vigie.access.Principal;
import org.vigie.access.login.SecretText;

/**
 * Keeps the sessions of the station under the digests of their ids. They outlive a restart. One user has at most 100 sessions: a further one
 * ends the one that nobody used for longest. Of a wall screen it is refused, because an open one shows alarms and is never used. Safe for
 * several threads.
 */
final class StationSessions {
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

    /** Begins a session of a user of a provider. */
    SecretText begin(ProvidedUser provided) {
        var grant = ProviderGrant.given(provided.refreshToken(), clock.instant());
        return begin("", provided.user(), grant);
    }

    /** Begins a session and ends another one with it. When no session can be begun, the other one goes on. */
    SecretText beginInPlaceOf(String other, Principal user) {
        return begin(other, user, ProviderGrant.NONE);
    }

    private SecretText begin(String other, Principal user, ProviderGrant grant) {
        Instant now = clock.instant();
        String ending = new SecretText(other).digest();
        sessions.values().removeIf(session -> !isOpen(session, now));
        new SessionRoom(sessions).make(user, ending);
        sessions.remove(ending);
        var id = SecretText.random();
        sessions.put(
                id.digest(),
                new StationSession(user, basis.of(user), SecretText.random().reveal(), now, now, grant));
        file.write(sessions);
        return id;
    }

    /** Returns the session with this id; empty when there is none, when it is over, or when its user has changed. */
    Optional<StationSession> find(String id) {
        return Optional.ofNullable(sessions.get(new SecretText(id).digest()))
                .filter(session -> isOpen(session, clock.instant()));
    }

    private boolean isOpen(StationSession session, Instant now) {
        return !session.isOver(config, now) && session.standsOn(basis);
    }

    /** Returns the open sessions about which a provider was not asked since a time, by the digests of their ids. */
    Map<String, StationSession> unasked(Instant since) {
        return sessions.entrySet().stream()
                .filter(entry -> entry.getValue().grant().isGiven())
                .filter(entry -> !entry.getValue().grant().asked().isAfter(since))
                .filter(entry -> isOpen(entry.getValue(), clock.instant()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps what the provider is asked with the next time. */
    void keep(String digest, ProviderGrant grant) {
        sessions.computeIfPresent(digest, (same, session) -> session.with(grant));
        file.write(sessions);
    }

    /** Notes a question without an answer that can be used. A newer refresh token than that of the question stays. */
    void noteAsked(String digest, ProviderGrant question, Instant now) {
        sessions.computeIfPresent(digest, (same, session) -> {
            boolean newer = !session.grant().equals(question.withoutAnswer());
            return session.with((newer ? session.grant() : question).askedAt(now));
        });
        file.write(sessions);
    }

    /** Ends the session whose id has this digest. */
    void endDigest(String digest) {
        sessions.remove(digest);
        file.write(sessions);
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
        endDigest(new SecretText(id).digest());
    }
}
