package org.vigie.access.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;

/**
 * Records at most 60 refusals of one principal in a minute one by one, so that a flood of requests does not fill the trail, and hides no
 * refusal of somebody else. It records the number of the others with the first refusal after the minute. What was permitted is always recorded.
 * Safe for several threads.
 */
public final class LimitedAuditTrail implements AuditTrail {
    private static final int A_MINUTE = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AuditTrail trail;
    private final InstantSource clock;
    private final Map<String, RefusalCount> counts = new LinkedHashMap<>();
    private Instant minuteEnds = Instant.MIN;

    /** Holds how many refusals of one principal came in this minute, and the newest of them. */
    private record RefusalCount(int refusals, AuditedAccess newest) {
        RefusalCount and(RefusalCount next) {
            return new RefusalCount(refusals + next.refusals, next.newest);
        }

        AuditedAccess left() {
            AccessAttempt attempt = newest.attempt();
            String detail = (refusals - A_MINUTE) + " further refusals within a minute";
            return new AuditedAccess(AccessAttempt.of(attempt.who(), attempt.operation(), detail), newest.decision());
        }
    }

    public LimitedAuditTrail(AuditTrail trail, InstantSource clock) {
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
            recordLeft();
            minuteEnds = now.plus(MINUTE);
        }
        String subject = refusal.attempt().who().subject();
        if (counts.merge(subject, new RefusalCount(1, refusal), RefusalCount::and)
                        .refusals()
                <= A_MINUTE) {
            trail.record(refusal);
        }
    }

    private void recordLeft() {
        counts.values().stream()
                .filter(count -> count.refusals() > A_MINUTE)
                .map(RefusalCount::left)
                .forEach(trail::record);
        counts.clear();
    }

    @Override
    public void close() {
        trail.close();
    }
}
