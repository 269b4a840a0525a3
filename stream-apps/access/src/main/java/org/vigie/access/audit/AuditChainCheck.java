package org.vigie.access.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.schemas.AuditEvent;

/** Checks audit events in their order: each has its own hash and holds the hash of the event before it in its chain. */
final class AuditChainCheck {
    private final Map<String, AuditEvent> newest = new HashMap<>();
    private final Map<String, Instant> cut = new TreeMap<>();
    private long events;

    /** Returns what is wrong with the event; empty when it continues its chain. */
    Optional<String> take(AuditEvent event) {
        events++;
        if (!AuditChain.HASH.of(event).equals(event.getHash())) {
            return Optional.of("its hash is not that of its content");
        }
        AuditEvent before = newest.put(event.getChain(), event);
        if (before == null && event.getSequence() > 1) {
            cut.put(event.getChain(), event.getAt());
        }
        return before == null ? Optional.empty() : follows(event, before);
    }

    /** Accepts the repetition of the newest event: a sender may repeat it after a broken connection. */
    private static Optional<String> follows(AuditEvent event, AuditEvent before) {
        boolean repeated = event.getHash().equals(before.getHash());
        if (!repeated && event.getSequence() != before.getSequence() + 1) {
            return Optional.of(
                    "event " + (before.getSequence() + 1) + " is missing before event " + event.getSequence());
        }
        return repeated || event.getPreviousHash().equals(before.getHash())
                ? Optional.empty()
                : Optional.of("it does not hold the hash of the event before it");
    }

    /**
     * Returns the chains whose first events are gone, with the time of the first one that is left. The retention takes events away after a
     * year; before that, somebody deleted them.
     */
    Map<String, Instant> cut() {
        return Map.copyOf(cut);
    }

    long events() {
        return events;
    }

    int chains() {
        return newest.size();
    }
}
