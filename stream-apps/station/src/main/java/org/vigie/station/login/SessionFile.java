package org.vigie.station.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.access.login.PrivateFile;

/**
 * Keeps the sessions over a restart, so that no wall screen goes blank. It holds digests of the ids, never an id, and the refresh tokens of a
 * provider.
 */
final class SessionFile {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivateFile file;

    /** Holds one session in the form of the file. Times are in epoch milliseconds. A file of an earlier release has no basis and no refresh token. */
    record StoredSession(
            String digest,
            String subject,
            String name,
            Set<String> roles,
            Set<String> units,
            String basis,
            String csrf,
            long began,
            long used,
            String refreshToken,
            long asked,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unanswered) {
        static StoredSession of(String digest, StationSession session) {
            Principal user = session.user();
            return new StoredSession(
                    digest,
                    user.subject(),
                    user.name(),
                    user.roles().stream().map(AccessRole::word).collect(Collectors.toSet()),
                    user.units().units(),
                    session.basis(),
                    session.csrf(),
                    session.began().toEpochMilli(),
                    session.used().toEpochMilli(),
                    session.grant().refreshToken(),
                    session.grant().asked().toEpochMilli(),
                    session.grant().unanswered());
        }

        StationSession session() {
            Set<AccessRole> known = roles.stream()
                    .flatMap(role -> AccessRole.named(role).stream())
                    .collect(Collectors.toSet());
            return new StationSession(
                    new Principal(subject, name, known, new UnitScope(units)),
                    Objects.requireNonNullElse(basis, ""),
                    csrf,
                    Instant.ofEpochMilli(began),
                    Instant.ofEpochMilli(used),
                    new ProviderGrant(
                            Objects.requireNonNullElse(refreshToken, ""), Instant.ofEpochMilli(asked), unanswered));
        }
    }

    SessionFile(Path path) {
        this.file = new PrivateFile(path);
    }

    /** Returns the sessions by the digests of their ids. A file that cannot be read ends all sessions. */
    Map<String, StationSession> read() {
        Map<String, StationSession> read = new HashMap<>();
        try {
            for (StoredSession stored : JSON.readValue(file.read().orElse("[]"), StoredSession[].class)) {
                read.put(stored.digest(), stored.session());
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read: every user must log in again", file, e);
            read.clear();
        }
        return read;
    }

    synchronized void write(Map<String, StationSession> sessions) {
        try {
            file.write(JSON.writeValueAsString(sessions.entrySet().stream()
                    .map(entry -> StoredSession.of(entry.getKey(), entry.getValue()))
                    .toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sessions cannot be written as JSON", e);
        }
    }
}
