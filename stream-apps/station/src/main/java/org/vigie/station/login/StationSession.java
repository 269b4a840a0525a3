package org.vigie.station.login;

import java.time.Duration;
import java.time.Instant;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;

/**
 * Holds one log-in of a browser.
 *
 * @param user who logged in, or who gave a PIN last
 * @param basis digest of what proved the user: it is compared with the present one
 * @param csrf token that every changing request must repeat
 * @param began time of the log-in
 * @param used time of the last use by a person
 * @param grant with which the provider is asked about the user again
 */
record StationSession(Principal user, String basis, String csrf, Instant began, Instant used, ProviderGrant grant) {
    /** Returns whether the user is still known with the same rights and the same secret. */
    boolean standsOn(SessionBasis present) {
        return !basis.isEmpty() && basis.equals(present.of(user));
    }

    boolean isOver(StationAccessConfig config, Instant now) {
        return !isWallScreen() && !now.isBefore(began.plus(longest(config)));
    }

    private Duration longest(StationAccessConfig config) {
        return grant.isWithheld() ? config.uncheckedEnd() : config.sessionEnd();
    }

    boolean isLocked(StationAccessConfig config, Instant now) {
        return !isWallScreen() && Duration.between(used, now).compareTo(config.idleLock()) >= 0;
    }

    /** Returns the user, or the user's rights as a wall screen while the session is locked: a lock hides no alarm. */
    Principal principal(StationAccessConfig config, Instant now) {
        return isLocked(config, now) ? user.asWallScreen() : user;
    }

    StationSession usedAt(Instant now) {
        return new StationSession(user, basis, csrf, began, now, grant);
    }

    StationSession with(ProviderGrant next) {
        return new StationSession(user, basis, csrf, began, used, next);
    }

    boolean isWallScreen() {
        return user.mainRole() == AccessRole.WALL_SCREEN;
    }
}
