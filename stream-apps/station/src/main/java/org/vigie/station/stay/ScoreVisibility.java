package org.vigie.station.stay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.vigie.station.stay.HiddenScore.HiddenScoreReason;
import org.vigie.station.trend.StayTrends;

/**
 * Decides whether the number of a score may be shown. A score describes the hours of its window, so it is hidden as soon as the present
 * differs from them: a calm number beside a deterioration would be believed.
 *
 * @param silent true when the unit records scores without showing them
 * @param alarmOpen true while an alarm of a vital sign is open, or one above LOW of a score
 * @param awaitsEstimate true for a reader without an own estimate, in a unit that wants one first
 * @param alarmBetween answers whether an alarm of the stay was raised between two instants
 */
public record ScoreVisibility(
        boolean silent, boolean alarmOpen, boolean awaitsEstimate, BiPredicate<Instant, Instant> alarmBetween) {
    Optional<HiddenScore> hidden(
            StayScores scores, StayTrends trends, List<ValueSnapshot> values, List<Instant> results) {
        if (silent || alarmOpen) {
            return because(silent ? HiddenScoreReason.SILENT : HiddenScoreReason.ALARM_OPEN, List.of());
        }
        return byValues(scores, trends, values)
                .or(() -> moved(scores, results))
                .or(() -> awaitsEstimate ? because(HiddenScoreReason.AWAITS_ESTIMATE, List.of()) : Optional.empty());
    }

    private static Optional<HiddenScore> byValues(StayScores scores, StayTrends trends, List<ValueSnapshot> values) {
        List<String> violating = values.stream()
                .filter(value -> value.violates() != null)
                .map(ValueSnapshot::variable)
                .toList();
        if (!violating.isEmpty()) {
            return because(HiddenScoreReason.LIMIT_VIOLATED, violating);
        }
        List<String> outside = outside(scores, trends, values);
        return outside.isEmpty() ? unwatched(values) : because(HiddenScoreReason.LEFT_WINDOW, outside);
    }

    private static Optional<HiddenScore> unwatched(List<ValueSnapshot> values) {
        boolean watched =
                values.stream().anyMatch(value -> value.value() != null && StayTrends.isCompared(value.variable()));
        return watched ? Optional.empty() : because(HiddenScoreReason.NOT_WATCHED, List.of());
    }

    private Optional<HiddenScore> moved(StayScores scores, List<Instant> results) {
        boolean moved = scores.movedWithoutEvent(alarmBetween.or(
                (from, until) -> results.stream().anyMatch(at -> at.isAfter(from) && !at.isAfter(until))));
        return moved ? because(HiddenScoreReason.MOVED, List.of()) : Optional.empty();
    }

    private static List<String> outside(StayScores scores, StayTrends trends, List<ValueSnapshot> values) {
        return scores.windowEnd().stream()
                .flatMap(end -> values.stream()
                        .filter(value -> value.value() != null)
                        .filter(value -> trends.isOutside(value.variable(), value.value(), end)))
                .map(ValueSnapshot::variable)
                .toList();
    }

    private static Optional<HiddenScore> because(HiddenScoreReason reason, List<String> variables) {
        return Optional.of(new HiddenScore(reason, variables));
    }
}
