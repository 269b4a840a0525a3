package org.vigie.records;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.schemas.RulePublication;

/**
 * Makes the publication that puts earlier alarm rules in force again.
 *
 * @param author person, or the app that rolls back by itself
 */
public record RuleRollback(String author, String reason, Instant now) {
    /** Time until published rules are in force, so that every app has read them by then. */
    public static final Duration LEAD = Duration.ofSeconds(10);

    /**
     * Returns the publication that restores the rules before the newest ones.
     *
     * @throws IllegalArgumentException when the rules of the configuration are in force
     */
    public RulePublication ofNewest(RuleHistory history) {
        int inForce = history.newest().map(RuleRollback::original).orElse(0);
        if (inForce == 0) {
            throw new IllegalArgumentException(
                    "the rules of the configuration are in force, so there are no rules before them to restore");
        }
        return to(inForce - 1, history);
    }

    /**
     * Returns the publication that restores the rules of an earlier one.
     *
     * @param number of the earlier publication; 0 for the rules of the configuration
     * @throws IllegalArgumentException when there is no such publication
     */
    public RulePublication to(int number, RuleHistory history) {
        Optional<RulePublication> earlier = history.numbered(number);
        if (number != 0 && earlier.isEmpty()) {
            throw new IllegalArgumentException(
                    "publication " + number + " does not exist; ./vigie rules list shows the numbers");
        }
        return RulePublication.newBuilder()
                .setNumber(history.nextNumber())
                .setVersion(earlier.map(RulePublication::getVersion).orElse(""))
                .setRules(earlier.map(RulePublication::getRules).orElse(""))
                .setDigest(earlier.map(RulePublication::getDigest).orElse(""))
                .setAuthor(author)
                .setReason(reason)
                .setPublishedAt(now)
                .setInForceFrom(now.plus(LEAD))
                .setRestores(earlier.map(RuleRollback::original).orElse(0))
                .build();
    }

    /** Returns the number under which the rules of a publication came first. */
    private static int original(RulePublication publication) {
        return publication.getRestores() == null ? publication.getNumber() : publication.getRestores();
    }
}
