package org.vigie.bench.ward;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Counts the deteriorations, and the conditions of deteriorations, that raised no alarm. */
record MissedConditions(Collection<UnitDay> days, Function<UnitDay, List<BenchAlarm>> calls) {

    /** Returns the events of which no condition was called. */
    int events() {
        return (int) days.stream()
                .flatMap(day -> day.happenings().stream()
                        .filter(event ->
                                missed(day, event).size() == event.conditions().size()))
                .count();
    }

    /** Returns script and condition of each missed condition, sorted. */
    List<String> names() {
        return days.stream()
                .flatMap(day -> day.happenings().stream()
                        .flatMap(event ->
                                missed(day, event).stream().map(condition -> event.script() + " " + condition)))
                .sorted()
                .toList();
    }

    /** Returns the number of missed conditions by the limit that they crossed. */
    Map<String, Long> byLimit() {
        return counted((day, event) -> missed(day, event).stream());
    }

    /** Returns the number of all conditions by the limit that they crossed. */
    Map<String, Long> allByLimit() {
        return counted((day, event) -> event.conditions().keySet().stream());
    }

    /** Selects conditions of an event. */
    private interface ConditionSelector {
        Stream<String> of(UnitDay day, DeteriorationTruths event);
    }

    private Map<String, Long> counted(ConditionSelector which) {
        Map<String, Long> counts = new TreeMap<>();
        for (UnitDay day : days) {
            for (DeteriorationTruths event : day.happenings()) {
                which.of(day, event).forEach(condition -> counts.merge(event.limit(condition), 1L, Long::sum));
            }
        }
        return new LinkedHashMap<>(counts);
    }

    private List<String> missed(UnitDay day, DeteriorationTruths event) {
        return event.missedConditions(calls.apply(day));
    }
}
