package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmFeedbackRecord;

/**
 * Figures for the alarms of one rule, one priority or one unit.
 *
 * @param calls calls of people; an alarm that belongs to no incident called at least once
 * @param incidents incidents to which the alarms belong
 * @param bedDays occupied beds x days: those of the unit for a line about a unit, those of all units for any other line
 * @param perBedDay alarms per bed and day; null when no bed was occupied
 * @param secondsToAcknowledge median; null without an acknowledged alarm
 * @param seconds median duration; null without a cleared alarm
 */
public record StatisticsLine(
        String name,
        int alarms,
        int calls,
        int incidents,
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
        int useful = count(alarms, alarm -> alarm.getFeedback() == AlarmFeedbackRecord.USEFUL);
        int known = count(alarms, alarm -> alarm.getFeedback() == AlarmFeedbackRecord.KNOWN);
        int judged = count(alarms, StatisticsLine::isJudged);
        return new StatisticsLine(
                name,
                alarms.size(),
                alarms.stream().mapToInt(StatisticsLine::calls).sum(),
                incidents(alarms),
                bedDays,
                share(alarms.size(), bedDays),
                median(alarms.stream().map(alarm -> seconds(alarm, alarm.getAcknowledgedAt()))),
                share(count(alarms, alarm -> alarm.getAcknowledgedAt() != null), alarms.size()),
                median(alarms.stream().map(alarm -> seconds(alarm, alarm.getClearedAt()))),
                count(alarms, alarm -> chattering.contains(alarm.getAlert())),
                count(alarms, alarm -> ChatteringAlarms.isStale(alarm, end)),
                judged,
                share(useful + known, judged),
                share(useful, judged));
    }

    private static int calls(AlarmEpisode alarm) {
        return alarm.getIncident().isEmpty() ? Math.max(1, alarm.getCalls()) : alarm.getCalls();
    }

    private static int incidents(List<AlarmEpisode> alarms) {
        return (int) alarms.stream()
                .map(AlarmEpisode::getIncident)
                .filter(incident -> !incident.isEmpty())
                .distinct()
                .count();
    }

    private static boolean isJudged(AlarmEpisode alarm) {
        return alarm.getFeedback() != null && alarm.getFeedback() != AlarmFeedbackRecord.UNKNOWN;
    }

    private static int count(List<AlarmEpisode> alarms, Predicate<AlarmEpisode> condition) {
        return (int) alarms.stream().filter(condition).count();
    }

    private static Double seconds(AlarmEpisode episode, Instant end) {
        return end == null ? null : Duration.between(episode.getRaisedAt(), end).toMillis() / 1000.0;
    }

    /** Returns the ratio, or null when {@code whole} is 0. */
    private static Double share(double part, double whole) {
        return whole == 0 ? null : part / whole;
    }

    /** Returns the median: the middle value, or the mean of both middle values; null without values. */
    public static Double median(Stream<Double> values) {
        List<Double> sorted = values.filter(Objects::nonNull).sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return null;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
