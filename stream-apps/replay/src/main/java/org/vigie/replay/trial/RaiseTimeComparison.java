package org.vigie.replay.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.analytics.StatisticsLine;
import org.vigie.schemas.AlarmEpisode;

/**
 * Compares when two rule sets raised an alarm of one rule.
 *
 * @param both alarms of the current rules during which the new rules had an alarm of the same rule open
 * @param onlyCurrent alarms of the current rules without one of the new rules
 * @param onlyTried alarms of the new rules without one of the current rules
 * @param medianSecondsEarlier seconds by which the new rules raised earlier, median over {@code both}; negative: later; empty: none
 */
record RaiseTimeComparison(int both, int onlyCurrent, int onlyTried, Optional<Double> medianSecondsEarlier) {

    static RaiseTimeComparison of(AlarmPeriods current, AlarmPeriods tried) {
        List<Double> earlier = new ArrayList<>();
        int onlyCurrent = 0;
        for (AlarmEpisode alarm : current.all()) {
            List<AlarmEpisode> same = sameRule(alarm, tried);
            if (same.isEmpty()) {
                onlyCurrent++;
            } else {
                earlier.add(secondsEarlier(alarm, same));
            }
        }
        int onlyTried = (int) tried.all().stream()
                .filter(alarm -> sameRule(alarm, current).isEmpty())
                .count();
        return new RaiseTimeComparison(
                earlier.size(), onlyCurrent, onlyTried, Optional.ofNullable(StatisticsLine.median(earlier.stream())));
    }

    private static List<AlarmEpisode> sameRule(AlarmEpisode alarm, AlarmPeriods other) {
        return other.beside(alarm, Duration.ZERO, each -> each.getRule().equals(alarm.getRule()));
    }

    private static double secondsEarlier(AlarmEpisode alarm, List<AlarmEpisode> same) {
        return same.stream()
                .map(AlarmEpisode::getRaisedAt)
                .min(Instant::compareTo)
                .map(raised -> Duration.between(raised, alarm.getRaisedAt()).toMillis() / 1_000.0)
                .orElseThrow();
    }
}
