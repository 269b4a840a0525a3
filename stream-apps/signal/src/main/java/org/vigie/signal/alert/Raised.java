package org.vigie.signal.alert;

import java.time.Instant;
import java.util.List;

/**
 * An open episode.
 *
 * @param onset event time of its first reading; with stay and rule it is the episode's identity
 * @param at event time at which it had held long enough
 * @param priority may grow while it is open
 * @param bed where it was raised
 * @param limit of the step that raised it
 */
public record Raised(Instant onset, Instant at, Priority priority, String bed, double limit) {
    /** Whether it is as urgent as it is by a limit of what it watches, not by the early-warning score. */
    boolean isByOwnLimit(List<Sight> sights) {
        return sights.stream()
                .flatMap(sight -> sight.source().step(priority).stream())
                .anyMatch(step -> step.limit() == limit);
    }

    Raised movedTo(Source.Step step) {
        return new Raised(onset, at, step.priority(), bed, step.limit());
    }

    Raised withPriority(Priority higher) {
        return new Raised(onset, at, higher, bed, limit);
    }
}
