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

/** One scripted deterioration of one patient: the truths on each variable that it drives out of its limits. */
record Happening(List<Truth> truths) {
    Happening {
        truths = List.copyOf(truths);
    }

    /** Those of a ward, by the end of their truths' names: each names script, variable and onset. */
    static List<Happening> in(Collection<Truth> truths) {
        Map<String, List<Truth>> byScript = truths.stream()
                .filter(truth -> truth.getKind() == TruthKind.DETERIORATION)
                .collect(Collectors.groupingBy(
                        truth -> truth.getTruth().replace(truth.getVariable() + "-", ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byScript.values().stream().map(Happening::new).toList();
    }

    String bed() {
        return truths.get(0).getBed();
    }

    String script() {
        String detail = truths.get(0).getDetail();
        return detail.substring(0, detail.indexOf(":"));
    }

    /** First effect and last effect by condition. */
    Map<String, Span> conditions() {
        Map<String, Span> spans = new TreeMap<>();
        truths.forEach(truth -> spans.merge(
                Conditions.of(truth.getVariable()), new Span(truth.getFrom(), truth.getUntil()), Span::and));
        return spans;
    }

    /** Whether it explains a call. */
    boolean explains(Alarm alarm) {
        return alarm.bed().equals(bed())
                && conditions().entrySet().stream()
                        .anyMatch(each ->
                                alarm.isAbout(each.getKey()) && each.getValue().covers(alarm.at()));
    }

    /** Conditions of which nobody was told while they lasted. */
    List<String> untold(List<Alarm> calls) {
        return conditions().entrySet().stream()
                .filter(each -> calls.stream()
                        .noneMatch(alarm -> alarm.bed().equals(bed())
                                && alarm.isAbout(each.getKey())
                                && each.getValue().covers(alarm.at())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** From the first call about it until a vital sign first crosses its urgent limit; none when it never does, or nobody was called. */
    Optional<Duration> lead(List<Alarm> calls, List<Alarm> urgent) {
        return first(urgent).flatMap(danger -> first(calls).map(call -> Duration.between(call, danger)));
    }

    private Optional<Instant> first(List<Alarm> alarms) {
        return alarms.stream().filter(this::explains).map(Alarm::at).min(Instant::compareTo);
    }

    /** Both ends belong to it. */
    record Span(Instant from, Instant until) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && !at.isAfter(until);
        }

        Span and(Span other) {
            return new Span(
                    from.isBefore(other.from) ? from : other.from, until.isAfter(other.until) ? until : other.until);
        }
    }
}
