package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.AlertKind;

/** Computes the statistics of the alarms in a period. Predicted risks are not counted, because they are no alarms. */
final class AlarmStatistics {
    private static final int TOP = 10;

    private final ReportPeriod period;
    private final List<AlarmEpisode> episodes;
    private final Map<String, Double> bedDays;
    private final AnalyticsConfig config;
    private final Set<String> chattering;

    /** @param bedDays occupied beds x days in the period, by unit */
    AlarmStatistics(
            ReportPeriod period, Collection<AlarmEpisode> all, Map<String, Double> bedDays, AnalyticsConfig config) {
        this.period = period;
        this.bedDays = Map.copyOf(bedDays);
        this.config = config;
        this.episodes = all.stream()
                .filter(each -> each.getKind() != AlertKind.PREDICTED && period.holds(each.getRaisedAt()))
                .sorted(Comparator.comparing(AlarmEpisode::getRaisedAt).thenComparing(AlarmEpisode::getAlert))
                .toList();
        this.chattering = ChatteringAlarms.chattering(episodes);
    }

    /**
     * Figures for the alarms of one rule, one priority or one unit.
     *
     * @param bedDays occupied beds x days: those of the unit for a line about a unit, those of all units for any other line
     * @param perBedDay alarms per bed and day; null when no bed was occupied
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
            Double usefulShare) {}

    StatisticsLine all() {
        return line("all", episodes, bedDays());
    }

    List<StatisticsLine> byRule() {
        return by(AlarmEpisode::getRule, Set.of(), rule -> bedDays());
    }

    List<StatisticsLine> byPriority() {
        return by(each -> each.getPriority().name(), Set.of(), priority -> bedDays());
    }

    /** Returns a line for each unit that had an alarm or a patient. */
    List<StatisticsLine> byUnit() {
        return by(AlarmEpisode::getUnit, bedDays.keySet(), unit -> bedDays.getOrDefault(unit, 0.0));
    }

    /** Returns the ten rules with the most alarms. */
    List<StatisticsLine> topTen() {
        return byRule().stream().limit(TOP).toList();
    }

    /** An alarm flood of one unit, from the alarm that started it to its end or the end of the period. */
    record AlarmFlood(String unit, Instant from, Instant to, int alarms) {}

    List<AlarmFlood> floods() {
        List<AlarmFlood> floods = new ArrayList<>();
        units().forEach((unit, alarms) -> addFloods(floods, unit, alarms));
        return floods;
    }

    /** Returns the load of each unit at the end of the period. */
    List<AlarmLoad> loads() {
        List<AlarmLoad> loads = new ArrayList<>();
        units().forEach((unit, alarms) -> {
            RecentAlarms recent = RecentAlarms.NOTHING;
            for (AlarmEpisode each : alarms) {
                recent = recent.with(each.getAlert(), each.getRaisedAt(), config.nurses());
            }
            loads.add(recent.until(period.to(), config.nurses()).load(unit, config.nurses(), config.target()));
        });
        return loads;
    }

    /** Returns the number of alarms in each hour of the period. */
    Map<Instant, Integer> hourly() {
        Map<Instant, Integer> hours = new LinkedHashMap<>();
        for (Instant hour = period.from(); hour.isBefore(period.to()); hour = hour.plus(Duration.ofHours(1))) {
            hours.put(hour, 0);
        }
        for (AlarmEpisode each : episodes) {
            long hour = Duration.between(period.from(), each.getRaisedAt()).toHours();
            hours.merge(period.from().plus(Duration.ofHours(hour)), 1, Integer::sum);
        }
        return hours;
    }

    /** Returns the mean number of alarms per 10 minutes and nurse over the period, as a share of the budget. All units count equally. */
    double burn() {
        double tens = Duration.between(period.from(), period.to()).toMillis() / 600_000.0;
        int units = Math.max(1, units().size());
        return episodes.size() / tens / units / config.nurses() / config.target();
    }

    /** Returns the occupied beds x days of all units together. */
    double bedDays() {
        return bedDays.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Map<String, List<AlarmEpisode>> units() {
        return episodes.stream()
                .collect(Collectors.groupingBy(AlarmEpisode::getUnit, TreeMap::new, Collectors.toList()));
    }

    /** Adds the floods of one unit. Between two alarms a flood ends at the instant at which enough alarms are older than 10 minutes. */
    private void addFloods(List<AlarmFlood> floods, String unit, List<AlarmEpisode> alarms) {
        RecentAlarms recent = RecentAlarms.NOTHING;
        Instant begun = null;
        int count = 0;
        for (AlarmEpisode each : alarms) {
            Instant over = begun == null ? null : end(recent, each.getRaisedAt());
            if (over != null) {
                floods.add(new AlarmFlood(unit, begun, over, count));
                begun = null;
                recent = recent.until(over, config.nurses());
            }
            recent = recent.with(each.getAlert(), each.getRaisedAt(), config.nurses());
            if (recent.flood() && begun == null) {
                begun = each.getRaisedAt();
                count = 0;
            }
            count++;
        }
        if (begun != null) {
            Instant over = end(recent, period.to());
            floods.add(new AlarmFlood(unit, begun, over == null ? period.to() : over, count));
        }
    }

    /** Returns when the flood ends at or before {@code until}; null when it goes on. */
    private Instant end(RecentAlarms recent, Instant until) {
        List<Instant> leaving = recent.raised().values().stream()
                .map(each -> each.plus(RecentAlarms.SHORT))
                .filter(each -> each.isAfter(recent.at()) && !each.isAfter(until))
                .sorted()
                .toList();
        return leaving.stream()
                .filter(each -> !recent.until(each, config.nurses()).flood())
                .findFirst()
                .orElse(null);
    }

    /** @param expected names that get a line even without an alarm */
    private List<StatisticsLine> by(
            Function<AlarmEpisode, String> name, Set<String> expected, ToDoubleFunction<String> occupied) {
        Map<String, List<AlarmEpisode>> groups = new HashMap<>(episodes.stream().collect(Collectors.groupingBy(name)));
        expected.forEach(each -> groups.putIfAbsent(each, List.of()));
        return groups.entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue(), occupied.applyAsDouble(each.getKey())))
                .sorted(Comparator.comparing(StatisticsLine::alarms).reversed().thenComparing(StatisticsLine::name))
                .toList();
    }

    private StatisticsLine line(String name, List<AlarmEpisode> alarms, double occupied) {
        Map<AlarmFeedbackRecord, Long> feedback = new HashMap<>(alarms.stream()
                .map(AlarmEpisode::getFeedback)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        feedback.remove(AlarmFeedbackRecord.UNKNOWN);
        long judged = feedback.values().stream().mapToLong(Long::longValue).sum();
        long useful = feedback.getOrDefault(AlarmFeedbackRecord.USEFUL, 0L);
        long known = feedback.getOrDefault(AlarmFeedbackRecord.KNOWN, 0L);
        long acknowledged =
                alarms.stream().filter(each -> each.getAcknowledgedAt() != null).count();
        return new StatisticsLine(
                name,
                alarms.size(),
                occupied,
                share(alarms.size(), occupied),
                median(alarms.stream().map(each -> seconds(each, each.getAcknowledgedAt()))),
                share((double) acknowledged, alarms.size()),
                median(alarms.stream().map(each -> seconds(each, each.getClearedAt()))),
                (int) alarms.stream()
                        .filter(each -> chattering.contains(each.getAlert()))
                        .count(),
                (int) alarms.stream()
                        .filter(each -> ChatteringAlarms.isStale(each, period.to()))
                        .count(),
                (int) judged,
                share((double) useful + known, (double) judged),
                share((double) useful, (double) judged));
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
