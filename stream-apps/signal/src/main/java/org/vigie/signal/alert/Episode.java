package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule at one stay: normal, pending while a limit is violated, open once that has held, normal again once it was good for long
 * enough. Readings make every step; the passing of time alone makes none.
 *
 * @param violated how long each priority's limit has been violated
 * @param good how long the value has been back beyond the hysteresis band
 * @param open the raised episode, none or one
 */
public record Episode(Map<Priority, Run> violated, Run good, List<Raised> open) {
    /** Nothing is wrong. */
    public static final Episode NORMAL = new Episode(Map.of(), Run.NONE, List.of());

    public Episode {
        violated = Map.copyOf(violated);
        open = List.copyOf(open);
    }

    public Optional<Raised> raised() {
        return open.stream().findFirst();
    }

    public boolean isNormal() {
        return violated.isEmpty() && open.isEmpty();
    }

    /** As {@code sights} show it at {@code at}; whether that raises or clears is still to be decided. */
    Episode see(List<Sight> sights, Instant at) {
        Map<Priority, Run> runs = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            sights.stream()
                    .filter(sight -> sight.violates(priority))
                    .findFirst()
                    .ifPresent(sight -> runs.put(
                            priority, violated.getOrDefault(priority, Run.NONE).seen(at, sight.unbroken())));
        }
        boolean clears = sights.stream().allMatch(Sight::clears);
        return new Episode(runs, clears ? good.seen(at, sights.get(0).unbroken()) : Run.NONE, open);
    }

    /** Without the violations that {@code sights}, taken before a new reading, no longer show. */
    Episode onlyWhatStillShows(List<Sight> sights) {
        Map<Priority, Run> runs = new EnumMap<>(Priority.class);
        violated.forEach((priority, run) -> {
            if (sights.stream().anyMatch(sight -> sight.violates(priority))) {
                runs.put(priority, run);
            }
        });
        return new Episode(runs, good, open);
    }

    /** The most urgent limit that has been violated for as long as its hold, and what shows it. */
    Optional<Held> held(List<Sight> sights) {
        for (Priority priority : Priority.values()) {
            for (Sight sight : sights) {
                Optional<Held> held = sight.source()
                        .step(priority)
                        .filter(step -> sight.violates(priority)
                                && violated.get(priority).lasts(step.hold()))
                        .map(step -> new Held(step, sight));
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    /** A limit whose hold is over. */
    record Held(Source.Step step, Sight sight) {
        boolean isAbove(Raised raised) {
            return step.priority().isAbove(raised.priority());
        }
    }

    boolean goodFor(Duration clear) {
        return good.lasts(clear);
    }

    /** Event time of the first reading of the present violation. */
    Instant onset() {
        return violated.values().stream()
                .map(Run::since)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    Episode with(Raised raised) {
        return new Episode(violated, good, List.of(raised));
    }
}
