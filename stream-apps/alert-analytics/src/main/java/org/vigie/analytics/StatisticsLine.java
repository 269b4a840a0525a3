package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmFeedbackRecord;

/**
 * Figures for the alarms of one rule, one priority or one unit.
 *
 * @param bedDays occupied beds x days: those of the unit for a line about a unit, those of all units for any other line
 * @param perBedDay alarms per bed and day; null when no bed was occupied
 * @param secondsToAcknowledge median; null without an acknowledged alarm
 * @param seconds median duration; null without a cleared alarm
 */
record StatisticsLine(
        String name,
        int alarms,
        double bedDays,
        Double perBedDay,
        Double secondsToAcknowledge,
        Double acknowledgedShare,
        Double seconds,
        int chattering,
        int stale,
        int feedbacks,
        Double positivePredictiveValue,
        Double usefulShare) {
    /**
     * Computes the figures of some alarms.
     *
     * @param chattering the alarms that chatter
     * @param end of the period
     */
    static StatisticsLine of(
            String name, List<AlarmEpisode> alarms, double bedDays, Set<String> chattering, Instant end) {
        long useful = feedbacks(alarms, AlarmFeedbackRecord.USEFUL);
        long known = feedbacks(alarms, AlarmFeedbackRecord.KNOWN);
        long judged = alarms.stream().filter(StatisticsLine::isJudged).count();
        long acknowledged = alarms.stream()
                .filter(alarm -> alarm.getAcknowledgedAt() != null)
                .count();
        long chatters = alarms.stream()
                .filter(alarm -> chattering.contains(alarm.getAlert()))
                .count();
        long stale = alarms.stream()
                .filter(alarm -> ChatteringAlarms.isStale(alarm, end))
                .count();
        return new StatisticsLine(
                name,
                alarms.size(),
                bedDays,
                share(alarms.size(), bedDays),
                median(alarms.stream().map(alarm -> seconds(alarm, alarm.getAcknowledgedAt()))),
                share((double) acknowledged, alarms.size()),
                median(alarms.stream().map(alarm -> seconds(alarm, alarm.getClearedAt()))),
                (int) chatters,
                (int) stale,
                (int) judged,
                share((double) useful + known, (double) judged),
                share((double) useful, (double) judged));
    }

    private static boolean isJudged(AlarmEpisode alarm) {
        return alarm.getFeedback() != null && alarm.getFeedback() != AlarmFeedbackRecord.UNKNOWN;
    }

    private static long feedbacks(List<AlarmEpisode> alarms, AlarmFeedbackRecord feedback) {
        return alarms.stream().filter(alarm -> alarm.getFeedback() == feedback).count();
    }

    private static Double seconds(AlarmEpisode episode, Instant end) {
        return end == null ? null : Duration.between(episode.getRaisedAt(), end).toMillis() / 1000.0;
    }

    /** Returns the ratio, or null when {@code whole} is 0. */
    private static Double share(double part, double whole) {
        return whole == 0 ? null : part / whole;
    }

    /** Returns the median: the middle value, or the mean of both middle values; null without values. */
    private static Double median(Stream<Double> values) {
        List<Double> sorted = values.filter(Objects::nonNull).sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return null;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
