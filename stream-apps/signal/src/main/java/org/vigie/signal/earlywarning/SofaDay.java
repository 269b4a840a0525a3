package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.earlywarning.EarlyWarning.Part;

/**
 * The worst of every organ in the last 24 hours. An organ that was known once in that time is known; it keeps few entries: a value is
 * forgotten when a later one is as bad.
 *
 * @param seen ascending in time
 */
public record SofaDay(List<Seen> seen) {
    private static final Duration DAY = Duration.ofHours(24);

    /** Points of one organ at one instant. */
    public record Seen(Instant at, String input, int points, boolean known) {}

    public static final SofaDay EMPTY = new SofaDay(List.of());

    public SofaDay {
        seen = List.copyOf(seen);
    }

    /** With the score of {@code at}; an instant older than the newest is taken in too. */
    public SofaDay with(EarlyWarning now, Instant at) {
        List<Seen> kept = new ArrayList<>(seen);
        now.parts().stream()
                .filter(part -> part.known() || part.low() > 0)
                .map(part -> new Seen(at, part.input(), part.low(), part.known()))
                .forEach(fresh -> {
                    kept.removeIf(old -> isOutdone(old, fresh));
                    kept.add(fresh);
                });
        Instant newest = Stream.concat(seen.stream().map(Seen::at), Stream.of(at))
                .max(Instant::compareTo)
                .orElse(at);
        kept.removeIf(old -> !old.at().isAfter(newest.minus(DAY)));
        return new SofaDay(kept);
    }

    private static boolean isOutdone(Seen old, Seen fresh) {
        return old.input().equals(fresh.input())
                && !old.at().isAfter(fresh.at())
                && old.points() <= fresh.points()
                && (fresh.known() || !old.known());
    }

    /** The day that ends at {@code at}, whose own score is {@code now}. */
    public EarlyWarning worst(EarlyWarning now, Instant at) {
        return new EarlyWarning(
                now.version() + "-24h",
                now.parts().stream().map(part -> worst(part, at)).toList(),
                now.ventilated());
    }

    private Part worst(Part now, Instant at) {
        List<Seen> today = seen.stream()
                .filter(each -> each.input().equals(now.input()))
                .filter(each -> each.at().isAfter(at.minus(DAY)) && !each.at().isAfter(at))
                .toList();
        boolean known = now.known() || today.stream().anyMatch(Seen::known);
        int low =
                Math.max(now.low(), today.stream().mapToInt(Seen::points).max().orElse(0));
        int high = known ? low : Math.max(low, now.high());
        Optional<Instant> last = today.stream().map(Seen::at).max(Instant::compareTo);
        Duration age = last.map(then -> Duration.between(then, at)).orElse(now.age());
        return new Part(
                now.input(),
                now.labelFr(),
                now.labelEn(),
                low,
                high,
                Math.max(low, now.carried()),
                known,
                now.age().compareTo(age) < 0 ? now.age() : age);
    }
}
