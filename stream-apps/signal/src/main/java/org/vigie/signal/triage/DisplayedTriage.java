package org.vigie.signal.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds the triage that the screen shows.
 *
 * <p>A more urgent level is shown at once. A less urgent level is shown after it has lasted five minutes. New points or reasons of the same
 * level are shown at most once a minute. A triage on another saturation scale of NEWS2 is shown at once.
 *
 * @param at event time since which it is shown
 * @param calmerSince since when a less urgent level would apply; {@link Instant#MAX} when none does
 */
public record DisplayedTriage(TriageAssessment triage, Instant at, Instant calmerSince) {
    private static final Duration STABLE_TIME = Duration.ofMinutes(5);
    private static final Duration REPEAT = Duration.ofMinutes(1);

    /** Returns the first triage of a stay. */
    public static DisplayedTriage first(TriageAssessment triage, Instant at) {
        return new DisplayedTriage(triage, at, Instant.MAX);
    }

    /** Returns the displayed triage after {@code now} was decided at {@code when}. {@link #changeFrom} returns whether it changed. */
    public DisplayedTriage then(TriageAssessment now, Instant when) {
        if (now.news2Scale() != triage.news2Scale()) {
            return first(now, when);
        }
        boolean calmer = triage.level().isMoreUrgentThan(now.level()) && now.level() != TriageLevel.UNKNOWN;
        if (calmer) {
            Instant since = calmerSince.isAfter(when) ? when : calmerSince;
            return when.isBefore(since.plus(STABLE_TIME)) ? new DisplayedTriage(triage, at, since) : first(now, when);
        }
        boolean otherLevel = now.level() != triage.level();
        boolean worthRepeating = !now.equals(triage) && !when.isBefore(at.plus(REPEAT));
        return otherLevel || worthRepeating ? first(now, when) : new DisplayedTriage(triage, at, Instant.MAX);
    }

    /**
     * Returns until when the level is held although a less urgent one would apply since {@link #calmerSince}; empty while it applies. A
     * reader must not take the reasons of a held level for the present.
     */
    public Optional<Instant> heldUntil() {
        return calmerSince.equals(Instant.MAX) ? Optional.empty() : Optional.of(calmerSince.plus(STABLE_TIME));
    }

    /** Returns the triage to publish, if it or its being held differs from what {@code before} showed. */
    public Optional<TriageAssessment> changeFrom(DisplayedTriage before) {
        boolean same = triage.equals(before.triage)
                && heldUntil().isPresent() == before.heldUntil().isPresent();
        return same ? Optional.empty() : Optional.of(triage);
    }
}
