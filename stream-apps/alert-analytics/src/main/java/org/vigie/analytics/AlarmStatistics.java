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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.vigie.schemas.AlarmEpisode;
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

    List<AlarmFlood> floods() {
        return units().entrySet().stream()
                .flatMap(unit -> floods(unit.getKey(), unit.getValue()).stream())
                .toList();
    }

    /** Returns the load of each unit at the end of the period. */
    List<AlarmLoad> loads() {
        List<AlarmLoad> loads = new ArrayList<>();
        units().forEach((unit, alarms) -> {
            RecentAlarms recent = RecentAlarms.NOTHING;
            for (AlarmEpisode each : called(alarms)) {
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

    /** Returns the mean number of calls per 10 minutes and nurse over the period, as a share of the budget. All units count equally. */
    double burn() {
        double tens = Duration.between(period.from(), period.to()).toMillis() / 600_000.0;
        int units = Math.max(1, units().size());
        return called(episodes).size() / tens / units / config.nurses() / config.target();
    }

    /** Returns the occupied beds x days of all units together. */
    double bedDays() {
        return bedDays.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Map<String, List<AlarmEpisode>> units() {
        return episodes.stream()
                .collect(Collectors.groupingBy(AlarmEpisode::getUnit, TreeMap::new, Collectors.toList()));
    }

    private List<AlarmFlood> floods(String unit, List<AlarmEpisode> alarms) {
        return new FloodDetector(unit, config.nurses()).floods(called(alarms), period.to());
    }

    /** Returns the alarms that called people. An alarm that only extended an incident did not. */
    private static List<AlarmEpisode> called(List<AlarmEpisode> alarms) {
        return alarms.stream()
                .filter(each -> each.getCalls() > 0 || each.getIncident().isEmpty())
                .toList();
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
        return StatisticsLine.of(name, alarms, occupied, chattering, period.to());
    }
}
