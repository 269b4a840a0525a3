package org.vigie.analytics.rules;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.records.RuleHistory;
import org.vigie.records.RuleRollback;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.RulePublication;

/** Restores the alarm rules before the newest ones when a unit is called more often than their trial promised. Thread-safe. */
public final class RuleBudgetWatch {
    /** Author of the publications that it makes. */
    public static final String AUTHOR = "alert-analytics";

    private static final Logger LOG = LoggerFactory.getLogger(RuleBudgetWatch.class);

    private final RuleHistory history;
    private final Consumer<RulePublication> publisher;
    private final InstantSource clock;
    private @Nullable RuleBudget newest;

    /**
     * @param history is empty at first; its configured rules are not used
     * @param publisher receives the publication of a rollback
     */
    public RuleBudgetWatch(RuleHistory history, Consumer<RulePublication> publisher, InstantSource clock) {
        this.history = history;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Takes a publication. Only the newest one is watched. */
    public synchronized void take(RulePublication publication) {
        history.take(publication)
                .ifPresent(problem -> LOG.error("Publication {} cannot be read: {}", publication.getNumber(), problem));
        if (history.newest().filter(publication::equals).isPresent()) {
            newest = new RuleBudget(publication);
        }
    }

    /** Takes the newest state of an alarm, and rolls back when its unit is called too often. */
    public synchronized void take(AlarmEpisode alarm) {
        RuleBudget budget = newest;
        Optional<String> reason = budget == null ? Optional.empty() : budget.take(alarm);
        reason.ifPresent(this::rollBack);
    }

    private void rollBack(String reason) {
        RulePublication restored =
                new RuleRollback(AUTHOR, reason, clock.instant().truncatedTo(ChronoUnit.MILLIS)).ofNewest(history);
        LOG.warn("Alarm rules are rolled back to publication {}: {}", restored.getRestores(), reason);
        publisher.accept(restored);
        take(restored);
    }
}
