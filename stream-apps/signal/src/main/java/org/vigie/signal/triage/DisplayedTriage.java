package org.vigie.signal.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The triage that is on the screen. A more urgent level is shown at once, a calmer one after it has lasted, and new points or reasons of
 * the same level at most once a minute.
 *
 * @param at event time at which it was shown
 * @param calmerSince since when a calmer level would have been right; {@link Instant#MAX} when it would not
 */
public record DisplayedTriage(TriageAssessment triage, Instant at, Instant calmerSince) {
    private static final Duration CALM = Duration.ofMinutes(5);
    private static final Duration REPEAT = Duration.ofMinutes(1);

    /** The first of a stay. */
    public static DisplayedTriage first(TriageAssessment triage, Instant at) {
        return new DisplayedTriage(triage, at, Instant.MAX);
    }

    /** What is shown after {@code now} was decided at {@code when}; {@link #saidAfter} says whether that is anything new. */
    public DisplayedTriage then(TriageAssessment now, Instant when) {
        boolean calmer = triage.level().isMoreUrgentThan(now.level()) && now.level() != TriageLevel.UNKNOWN;
        if (calmer) {
            Instant since = calmerSince.isAfter(when) ? when : calmerSince;
            return when.isBefore(since.plus(CALM)) ? new DisplayedTriage(triage, at, since) : first(now, when);
        }
        boolean otherLevel = now.level() != triage.level();
        boolean worthRepeating = !now.equals(triage) && !when.isBefore(at.plus(REPEAT));
        return otherLevel || worthRepeating ? first(now, when) : new DisplayedTriage(triage, at, Instant.MAX);
    }

    /** The triage to say, when it differs from what {@code before} showed. */
    public Optional<TriageAssessment> saidAfter(DisplayedTriage before) {
        return triage.equals(before.triage) ? Optional.empty() : Optional.of(triage);
    }
}
