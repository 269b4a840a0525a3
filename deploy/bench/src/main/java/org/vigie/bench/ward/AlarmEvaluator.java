package org.vigie.bench.ward;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.schemas.Truth;

/** Compares alarms with the ground truth. */
final class AlarmEvaluator {
    /** An alarm of an artefact may come one hold time after its end. */
    private static final Duration AFTERMATH = Duration.ofSeconds(30);

    private final List<UnitDay> days;
    private final double bedDays;

    AlarmEvaluator(List<UnitDay> days, double bedDays) {
        this.days = List.copyOf(days);
        this.bedDays = bedDays;
    }

    /** Figures by name, as they are printed. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        List<DeteriorationTruths> missed = happenings()
                .filter(each ->
                        each.happening().missedConditions(each.day().calls()).size()
                                == each.happening().conditions().size())
                .map(UnitDeterioration::happening)
                .toList();
        figures.put("missed_events", missed.size());
        figures.put("false_alarms_per_bed_day", perBedDay(falseCalls().size()));
        figures.put("threshold_alarms_per_bed_day", perBedDay(count(UnitDay::plain)));
        figures.put("lead_time_minutes", median(leads(UnitDay::calls)));
        figures.put(
                "artefact_high_alarms",
                falseCalls().stream().filter(FalseAlarm::isHighByArtefact).count());
        figures.put("events", happenings().count());
        figures.put(
                "conditions",
                happenings()
                        .mapToLong(each -> each.happening().conditions().size())
                        .sum());
        figures.put("missed_conditions", missedConditions().size());
        figures.put("alarms_per_bed_day", perBedDay(count(UnitDay::calls)));
        figures.put(
                "technical_alarms_per_bed_day",
                perBedDay(calls().filter(BenchAlarm::technical).count()));
        figures.put(
                "high_alarms_per_bed_day",
                perBedDay(calls().filter(BenchAlarm::high).count()));
        figures.put("threshold_false_alarms_per_bed_day", perBedDay(thresholdFalseAlarms()));
        figures.put(
                "false_share_of_threshold_false",
                thresholdFalseAlarms() == 0 ? null : round((double) falseCalls().size() / thresholdFalseAlarms()));
        figures.put("threshold_missed_events", thresholdMissed());
        figures.put("lead_events", leads(UnitDay::calls).size());
        figures.put("threshold_lead_time_minutes", median(leads(UnitDay::plain)));
        figures.put("false_alarms_by_rule", byRule(falseCalls().stream().map(FalseAlarm::alarm)));
        figures.put("alarms_by_rule", byRule(calls()));
        figures.put("missed", missedConditions());
        return figures;
    }

    /** Who was called without a reason, one line each. */
    List<String> describeFalseAlarms() {
        return falseCalls().stream()
                .map(each -> each.alarm()
                        + each.artefact()
                                .map(truth -> " during " + truth.getDetail())
                                .orElse(""))
                .toList();
    }

    /** Holds a deterioration with the day of the unit in which it happens. */
    private record UnitDeterioration(UnitDay day, DeteriorationTruths happening) {}

    private Stream<UnitDeterioration> happenings() {
        return days.stream().flatMap(day -> day.happenings().stream().map(each -> new UnitDeterioration(day, each)));
    }

    private List<String> missedConditions() {
        return happenings()
                .flatMap(each -> each.happening().missedConditions(each.day().calls()).stream()
                        .map(condition -> each.happening().script() + " " + condition))
                .sorted()
                .toList();
    }

    private long thresholdMissed() {
        return happenings()
                .filter(each ->
                        each.happening().missedConditions(each.day().plain()).size()
                                == each.happening().conditions().size())
                .count();
    }

    private List<Double> leads(Function<UnitDay, List<BenchAlarm>> calls) {
        return happenings()
                .flatMap(each -> each
                        .happening()
                        .leadTime(calls.apply(each.day()), each.day().urgent())
                        .stream())
                .map(lead -> lead.toMillis() / 60_000.0)
                .sorted()
                .toList();
    }

    /** @param artefact what went wrong with the equipment then, if anything */
    private record FalseAlarm(BenchAlarm alarm, Optional<Truth> artefact) {
        boolean isHighByArtefact() {
            return alarm.high() && artefact.isPresent();
        }
    }

    private List<FalseAlarm> falseCalls() {
        return days.stream()
                .flatMap(day -> day.calls().stream()
                        .filter(alarm -> isFalse(day, alarm))
                        .map(alarm -> new FalseAlarm(alarm, artefact(day, alarm))))
                .toList();
    }

    private long thresholdFalseAlarms() {
        return days.stream()
                .flatMap(day -> day.plain().stream().filter(alarm -> isFalse(day, alarm)))
                .count();
    }

    /** Judges a technical alarm by faults of the equipment and any other alarm by the state of the patient. */
    private static boolean isFalse(UnitDay day, BenchAlarm alarm) {
        return alarm.technical()
                ? artefact(day, alarm).isEmpty()
                : day.happenings().stream().noneMatch(each -> each.explains(alarm));
    }

    private static Optional<Truth> artefact(UnitDay day, BenchAlarm alarm) {
        return day.artefacts().stream()
                .filter(truth -> truth.getBed().equals(alarm.bed()))
                .filter(truth -> new DeteriorationTruths.EffectInterval(
                                truth.getFrom(), truth.getUntil().plus(AFTERMATH))
                        .covers(alarm.at()))
                .findFirst();
    }

    private Stream<BenchAlarm> calls() {
        return days.stream().flatMap(day -> day.calls().stream());
    }

    private long count(Function<UnitDay, List<BenchAlarm>> which) {
        return days.stream().mapToLong(day -> which.apply(day).size()).sum();
    }

    static Map<String, Long> byRule(Stream<BenchAlarm> alarms) {
        return alarms.collect(Collectors.groupingBy(BenchAlarm::rule, TreeMap::new, Collectors.counting()));
    }

    private double perBedDay(long number) {
        return round(number / bedDays);
    }

    private static Double median(List<Double> sorted) {
        return sorted.stream()
                .sorted(Comparator.naturalOrder())
                .skip(sorted.isEmpty() ? 0 : (sorted.size() - 1) / 2)
                .findFirst()
                .map(AlarmEvaluator::round)
                .orElse(null);
    }

    static double round(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
