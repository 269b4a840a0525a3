package org.vigie.bench.ward;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.schemas.CallReasonRecord;

/** Holds the verdicts on all calls of one alarm system over some days. */
record JudgedCalls(List<CallVerdict> verdicts) {
    /** Names the reasons of a call that says nothing new. */
    static final Set<String> RENEWED =
            Set.of(CallReasonRecord.STILL_TRUE.name(), CallReasonRecord.NOT_MEASURED_AGAIN.name());

    JudgedCalls {
        verdicts = List.copyOf(verdicts);
    }

    /** @param which the calls of the alarm system in a day */
    static JudgedCalls of(Collection<UnitDay> days, Function<UnitDay, List<BenchAlarm>> which) {
        return new JudgedCalls(
                days.stream().flatMap(day -> judged(day, which.apply(day))).toList());
    }

    private static Stream<CallVerdict> judged(UnitDay day, List<BenchAlarm> calls) {
        var disturbances = new DisturbanceTruths(day.artefacts());
        return calls.stream().map(alarm -> new CallVerdict(alarm, event(day, alarm), disturbances.behind(alarm)));
    }

    private static Optional<DeteriorationTruths> event(UnitDay day, BenchAlarm alarm) {
        return alarm.technical()
                ? Optional.empty()
                : day.happenings().stream().filter(each -> each.explains(alarm)).findFirst();
    }

    long count(Predicate<CallVerdict> which) {
        return verdicts.stream().filter(which).count();
    }

    /** Returns the false ones. */
    JudgedCalls falseOnes() {
        return new JudgedCalls(verdicts.stream().filter(CallVerdict::isFalse).toList());
    }

    /** Returns the number of false calls by their cause. */
    Map<String, Long> falseByCause() {
        return counted(falseOnes().verdicts.stream().map(CallVerdict::cause));
    }

    Map<String, Long> byRule() {
        return counted(verdicts.stream().map(verdict -> verdict.alarm().rule()));
    }

    private static Map<String, Long> counted(Stream<String> names) {
        return names.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** Returns the calls about events, event by event. */
    EventCalls events() {
        return EventCalls.of(verdicts);
    }

    /** Returns the number of calls by their priority. */
    Map<String, Long> byPriority() {
        return counted(
                verdicts.stream().map(verdict -> verdict.alarm().priority().name()));
    }

    /** Returns the calls that were not renewed: each of them says something new. */
    JudgedCalls newOnes() {
        return new JudgedCalls(verdicts.stream()
                .filter(verdict -> !RENEWED.contains(verdict.alarm().reason()))
                .toList());
    }

    /** Returns the number of calls by their reason. */
    Map<String, Long> byReason() {
        return counted(verdicts.stream().map(verdict -> verdict.alarm().reason()));
    }

    /** Returns the verdicts of each rule. */
    Map<String, JudgedCalls> rules() {
        Map<String, JudgedCalls> rules = new TreeMap<>();
        verdicts.stream()
                .collect(Collectors.groupingBy(verdict -> verdict.alarm().rule()))
                .forEach((rule, calls) -> rules.put(rule, new JudgedCalls(calls)));
        return rules;
    }

    /** Returns the times from the first call about each event to its danger, in minutes, sorted. */
    List<Double> leadMinutes(Collection<UnitDay> days) {
        List<BenchAlarm> calls = verdicts.stream().map(CallVerdict::alarm).toList();
        return days.stream()
                .flatMap(day -> day.happenings().stream()
                        .map(event -> event.leadTime(calls, day.urgent()))
                        .flatMap(Optional::stream))
                .map(Duration::toMillis)
                .map(millis -> millis / 60_000.0)
                .sorted()
                .toList();
    }
}
