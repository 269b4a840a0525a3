package org.vigie.access.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;

/**
 * Records at most 60 refusals a minute one by one, so that a flood of requests does not fill the trail. It records the number of the
 * others with the next refusal. What was permitted is always recorded. Safe for several threads.
 */
final class LimitedAuditTrail implements AuditTrail {
    private static final int A_MINUTE = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AuditTrail trail;
    private final InstantSource clock;
    private Instant minuteEnds = Instant.MIN;
    private int recorded;
    private long left;

    LimitedAuditTrail(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void record(AuditedAccess access) {
        if (access.decision().isPermitted()) {
            trail.record(access);
        } else {
            recordRefusal(access);
        }
    }

    private synchronized void recordRefusal(AuditedAccess refusal) {
        Instant now = clock.instant();
        if (!now.isBefore(minuteEnds)) {
            recordLeft(refusal);
            minuteEnds = now.plus(MINUTE);
            recorded = 0;
        }
        if (recorded < A_MINUTE) {
            recorded++;
            trail.record(refusal);
        } else {
            left++;
        }
    }

    private void recordLeft(AuditedAccess refusal) {
        if (left > 0) {
            var many = AccessAttempt.of(
                    Principal.unknown(), refusal.attempt().operation(), left + " further refusals within a minute");
            trail.record(new AuditedAccess(many, refusal.decision()));
            left = 0;
        }
    }

    @Override
    public void close() {
        trail.close();
    }
}
