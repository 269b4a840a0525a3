package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.schemas.variable.VariableCatalogue;

/** Holds one scripted deterioration of one patient: the truths on each variable that leaves its limits. */
record DeteriorationTruths(List<Truth> truths) {
    DeteriorationTruths {
        truths = List.copyOf(truths);
    }

    /** Those of a ward, by the end of their truths' names: each names script, variable and onset. */
    static List<DeteriorationTruths> in(Collection<Truth> truths) {
        Map<String, List<Truth>> byScript = truths.stream()
                .filter(truth -> truth.getKind() == TruthKind.DETERIORATION)
                .collect(Collectors.groupingBy(
                        truth -> truth.getTruth().replace(truth.getVariable() + "-", ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byScript.values().stream().map(DeteriorationTruths::new).toList();
    }

    String bed() {
        return truths.get(0).getBed();
    }

    String script() {
        String detail = truths.get(0).getDetail();
        return detail.substring(0, detail.indexOf(":"));
    }

    /** First effect and last effect by condition. */
    Map<String, EffectInterval> conditions() {
        Map<String, EffectInterval> spans = new TreeMap<>();
        truths.forEach(truth -> spans.merge(
                AlarmCondition.of(truth.getVariable()).name(),
                new EffectInterval(truth.getFrom(), truth.getUntil()),
                EffectInterval::and));
        return spans;
    }

    /** Returns the limit that a condition crosses: {@code pressure low}. */
    String limit(String condition) {
        Truth first = truths.stream()
                .filter(truth -> AlarmCondition.of(truth.getVariable()).name().equals(condition))
                .findFirst()
                .orElseThrow();
        String detail = first.getDetail();
        double target = Double.parseDouble(detail.substring(detail.lastIndexOf(' ') + 1));
        boolean isLow = target
                < VariableCatalogue.standard().get(first.getVariable()).alarm().low();
        return condition + (isLow ? " low" : " high");
    }

    /** Returns whether it explains an alarm. */
    boolean explains(BenchAlarm alarm) {
        return alarm.bed().equals(bed())
                && conditions().entrySet().stream()
                        .anyMatch(each ->
                                alarm.isAbout(each.getKey()) && each.getValue().covers(alarm.at()));
    }

    /** Returns the conditions that raised no alarm while they lasted. */
    List<String> missedConditions(List<BenchAlarm> calls) {
        return conditions().entrySet().stream()
                .filter(each -> calls.stream()
                        .noneMatch(alarm -> alarm.bed().equals(bed())
                                && alarm.isAbout(each.getKey())
                                && each.getValue().covers(alarm.at())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the time from its first alarm until a vital sign first crosses its urgent limit; empty without an alarm or without such a crossing. */
    Optional<Duration> leadTime(List<BenchAlarm> calls, List<BenchAlarm> urgent) {
        return first(urgent).flatMap(danger -> first(calls).map(call -> Duration.between(call, danger)));
    }

    private Optional<Instant> first(List<BenchAlarm> alarms) {
        return alarms.stream().filter(this::explains).map(BenchAlarm::at).min(Instant::compareTo);
    }

    /** Includes both ends. */
    record EffectInterval(Instant from, Instant until) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && !at.isAfter(until);
        }

        EffectInterval and(EffectInterval other) {
            return new EffectInterval(
                    from.isBefore(other.from) ? from : other.from, until.isAfter(other.until) ? until : other.until);
        }
    }
}
