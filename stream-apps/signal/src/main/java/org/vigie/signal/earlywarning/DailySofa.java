package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;

/**
 * Keeps the worst points of each organ over the last 24 hours.
 *
 * <p>An organ that was known once in that time counts as known. An entry is removed when a later one is as bad, so that few entries are
 * kept.
 *
 * @param seen entries in ascending order of time
 */
public record DailySofa(List<OrganPoints> seen) {
    private static final Duration DAY = Duration.ofHours(24);

    /** Holds the points of one organ at one instant. */
    public record OrganPoints(Instant at, String input, int points, boolean known) {}

    public static final DailySofa EMPTY = new DailySofa(List.of());

    public DailySofa {
        seen = List.copyOf(seen);
    }

    /** Returns the day with the score of {@code at} added. An instant older than the newest is added too. */
    public DailySofa with(EarlyWarningScore now, Instant at) {
        List<OrganPoints> kept = new ArrayList<>(seen);
        now.parts().stream()
                .filter(component -> component.known() || component.low() > 0)
                .map(component -> new OrganPoints(at, component.input(), component.low(), component.known()))
                .forEach(fresh -> {
                    kept.removeIf(old -> isReplacedBy(old, fresh));
                    kept.add(fresh);
                });
        Instant newest = Stream.concat(seen.stream().map(OrganPoints::at), Stream.of(at))
                .max(Instant::compareTo)
                .orElse(at);
        kept.removeIf(old -> !old.at().isAfter(newest.minus(DAY)));
        return new DailySofa(kept);
    }

    private static boolean isReplacedBy(OrganPoints old, OrganPoints fresh) {
        return old.input().equals(fresh.input())
                && !old.at().isAfter(fresh.at())
                && old.points() <= fresh.points()
                && (fresh.known() || !old.known());
    }

    /** Returns the worst score of the 24 hours that end at {@code at}; {@code now} is the score at {@code at}. */
    public EarlyWarningScore worst(EarlyWarningScore now, Instant at) {
        return new EarlyWarningScore(
                now.version() + "-24h",
                now.parts().stream().map(component -> worst(component, at)).toList(),
                now.ventilated());
    }

    private ScoreComponent worst(ScoreComponent now, Instant at) {
        List<OrganPoints> today = seen.stream()
                .filter(each -> each.input().equals(now.input()))
                .filter(each -> each.at().isAfter(at.minus(DAY)) && !each.at().isAfter(at))
                .toList();
        boolean known = now.known() || today.stream().anyMatch(OrganPoints::known);
        int low = Math.max(
                now.low(), today.stream().mapToInt(OrganPoints::points).max().orElse(0));
        int high = known ? low : Math.max(low, now.high());
        Optional<Instant> last = today.stream().map(OrganPoints::at).max(Instant::compareTo);
        Duration age = last.map(then -> Duration.between(then, at)).orElse(now.age());
        return new ScoreComponent(
                now.input(),
                now.label(),
                low,
                high,
                Math.max(low, now.carried()),
                known,
                now.age().compareTo(age) < 0 ? now.age() : age);
    }
}
