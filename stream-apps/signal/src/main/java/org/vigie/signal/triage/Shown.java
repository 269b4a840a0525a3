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
public record Shown(Triage triage, Instant at, Instant calmerSince) {
    private static final Duration CALM = Duration.ofMinutes(5);
    private static final Duration REPEAT = Duration.ofMinutes(1);

    /** The first of a stay. */
    public static Shown first(Triage triage, Instant at) {
        return new Shown(triage, at, Instant.MAX);
    }

    /** What is shown after {@code now} was decided at {@code when}; {@link #saidAfter} says whether that is anything new. */
    public Shown then(Triage now, Instant when) {
        boolean calmer = triage.level().isMoreUrgentThan(now.level()) && now.level() != TriageLevel.UNKNOWN;
        if (calmer) {
            Instant since = calmerSince.isAfter(when) ? when : calmerSince;
            return when.isBefore(since.plus(CALM)) ? new Shown(triage, at, since) : first(now, when);
        }
        boolean otherLevel = now.level() != triage.level();
        boolean worthRepeating = !now.equals(triage) && !when.isBefore(at.plus(REPEAT));
        return otherLevel || worthRepeating ? first(now, when) : new Shown(triage, at, Instant.MAX);
    }

    /** The triage to say, when it differs from what {@code before} showed. */
    public Optional<Triage> saidAfter(Shown before) {
        return triage.equals(before.triage) ? Optional.empty() : Optional.of(triage);
    }
}
