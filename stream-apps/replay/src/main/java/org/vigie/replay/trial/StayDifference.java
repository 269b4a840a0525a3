package org.vigie.replay.trial;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.schemas.AlarmEpisode;

/**
 * Compares the calls of two rule sets for one stay.
 *
 * @param bed where the stay was at its first alarm
 * @param rules more (or fewer) calls of the new rules, by rule
 * @param current times of the calls of the current rules
 * @param tried times of the calls of the new rules
 */
record StayDifference(String stay, String bed, Map<String, Integer> rules, List<Instant> current, List<Instant> tried) {
    private static final int MOST = 10;

    StayDifference {
        rules = Map.copyOf(rules);
        current = List.copyOf(current);
        tried = List.copyOf(tried);
    }

    /** Returns the ten stays whose calls differ most, most first. Stays without a difference are left out. */
    static List<StayDifference> greatest(AlarmPeriods current, AlarmPeriods tried) {
        var stays = new TreeSet<String>();
        current.all().forEach(alarm -> stays.add(alarm.getStay()));
        tried.all().forEach(alarm -> stays.add(alarm.getStay()));
        return stays.stream()
                .map(stay -> of(stay, current.of(stay), tried.of(stay)))
                .filter(difference -> difference.size() > 0)
                .sorted(Comparator.comparing(StayDifference::size).reversed())
                .limit(MOST)
                .toList();
    }

    private static StayDifference of(String stay, List<AlarmEpisode> current, List<AlarmEpisode> tried) {
        var rules = new TreeMap<String, Integer>();
        current.forEach(alarm -> rules.merge(alarm.getRule(), -AlarmPeriods.calls(alarm), Integer::sum));
        tried.forEach(alarm -> rules.merge(alarm.getRule(), AlarmPeriods.calls(alarm), Integer::sum));
        rules.values().removeIf(more -> more == 0);
        String bed = Stream.concat(current.stream(), tried.stream())
                .min(Comparator.comparing(AlarmEpisode::getRaisedAt))
                .map(AlarmEpisode::getBed)
                .orElse("");
        return new StayDifference(stay, bed, rules, times(current), times(tried));
    }

    private static List<Instant> times(List<AlarmEpisode> alarms) {
        return alarms.stream()
                .filter(alarm -> AlarmPeriods.calls(alarm) > 0)
                .map(alarm -> Objects.requireNonNullElse(alarm.getCalledAt(), alarm.getRaisedAt()))
                .sorted()
                .toList();
    }

    /** Returns the number of calls by which the rule sets differ, rule by rule. */
    int size() {
        return rules.values().stream().mapToInt(Math::abs).sum();
    }

    /** Returns the differences by rule as text, such as {@code -2 pressure_low, +1 spo2_low}. */
    String inWords() {
        return new TreeMap<>(rules)
                .entrySet().stream()
                        .map(rule -> "%+d %s".formatted(rule.getValue(), rule.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
