package org.vigie.station.login;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;

/**
 * Limits the sessions of a station and of one user.
 *
 * @param sessions that are open, by the digests of their ids
 */
record SessionRoom(Map<String, StationSession> sessions) {
    static final int MOST_OF_ONE_USER = 100;
    private static final int MOST = 1_000;

    /**
     * Makes room for one more session of a user.
     *
     * @param ending digest of a session that ends now
     * @throws IllegalStateException when there is none
     */
    void make(Principal user, String ending) {
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
}
