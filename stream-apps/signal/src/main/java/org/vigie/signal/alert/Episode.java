package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
 * @param calmer how long it has been well away from the limit of the open episode's priority
 * @param open the raised episode, none or one
 */
public record Episode(Map<Priority, Run> violated, Run good, Run calmer, List<Raised> open) {
    /** Nothing is wrong. */
    public static final Episode NORMAL = new Episode(Map.of(), Run.NONE, Run.NONE, List.of());

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
        Duration unbroken = sights.get(0).unbroken();
        boolean clears = sights.stream().allMatch(Sight::clears);
        boolean calms =
                open.stream().anyMatch(raised -> sights.stream().allMatch(sight -> sight.leaves(raised.priority())));
        return new Episode(
                runs, clears ? good.seen(at, unbroken) : Run.NONE, calms ? calmer.seen(at, unbroken) : Run.NONE, open);
    }

    /** Without the violations that {@code sights}, taken before a new reading, no longer show. */
    Episode onlyWhatStillShows(List<Sight> sights) {
        Map<Priority, Run> runs = new EnumMap<>(Priority.class);
        violated.forEach((priority, run) -> {
            if (sights.stream().anyMatch(sight -> sight.violates(priority))) {
                runs.put(priority, run);
            }
        });
        return new Episode(runs, good, calmer, open);
    }

    /** The most urgent limit that has been violated for as long as its hold, and what shows it. */
    Optional<Held> held(List<Sight> sights) {
        for (Priority priority : Priority.values()) {
            for (Sight sight : sights) {
                Optional<Held> held = sight.source()
                        .step(priority)
                        .filter(step -> sight.violates(priority) && lasts(priority, step.hold()))
                        .map(step -> new Held(step, sight));
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    private boolean lasts(Priority priority, Duration hold) {
        Run run = violated.get(priority);
        return run != null && run.lasts(hold);
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

    /**
     * The milder limit that is still violated, once the value has been well away from the open episode's own for as long as clearing
     * takes. None for an episode that something else made as urgent as it is.
     */
    Optional<Held> calmed(List<Sight> sights) {
        return raised().filter(raised -> raised.isByOwnLimit(sights))
                .filter(raised -> calmer.lasts(sights.get(0).source().clear()))
                .flatMap(raised -> Arrays.stream(Priority.values())
                        .filter(raised.priority()::isAbove)
                        .flatMap(priority -> sights.stream()
                                .filter(sight -> sight.violates(priority))
                                .map(sight ->
                                        new Held(sight.source().step(priority).orElseThrow(), sight)))
                        .findFirst());
    }

    Episode with(Raised raised) {
        return new Episode(violated, good, calmer, List.of(raised));
    }

    Episode downgraded(Raised raised) {
        return new Episode(violated, good, Run.NONE, List.of(raised));
    }
}
