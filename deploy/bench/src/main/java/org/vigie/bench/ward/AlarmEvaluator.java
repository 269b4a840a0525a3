package org.vigie.bench.ward;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares alarms with the ground truth. */
final class AlarmEvaluator {
    private final List<UnitDay> days;
    private final double bedDays;
    private final Duration response;
    private final JudgedCalls calls;
    private final JudgedCalls plain;
    private final MissedConditions missed;
    private final MissedConditions missedByPlain;

    /** @param response time from a call to the nurse's answer; zero when nobody answers */
    AlarmEvaluator(List<UnitDay> days, double bedDays, Duration response) {
        this.days = List.copyOf(days);
        this.bedDays = bedDays;
        this.response = response;
        this.calls = JudgedCalls.of(days, UnitDay::calls);
        this.plain = JudgedCalls.of(days, UnitDay::plain);
        this.missed = new MissedConditions(this.days, UnitDay::alarms);
        this.missedByPlain = new MissedConditions(this.days, UnitDay::plain);
    }

    /** Figures by name, as they are printed. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        addGoals(figures);
        addEvents(figures);
        addBurden(figures);
        addPeer(figures);
        addRules(figures);
        return figures;
    }

    private void addGoals(Map<String, Object> figures) {
        figures.put("missed_events", missed.events());
        figures.put("false_calls_per_bed_day", falsePerBedDay(calls));
        figures.put("threshold_calls_per_bed_day", perBedDay(plain.verdicts().size()));
        figures.put("threshold_false_calls_per_bed_day", falsePerBedDay(plain));
        figures.put("false_share_of_threshold_false", falseShare());
        figures.put("calls_per_event", calls.newOnes().events().mean());
        figures.put("calls_per_event_before_answer", calls.newOnes().events().meanUntil(response));
        figures.put("calls_per_event_with_renewals", calls.events().mean());
        figures.put("lead_time_minutes", median(calls.leadMinutes(days)));
    }

    private void addEvents(Map<String, Object> figures) {
        long events = days.stream().mapToLong(day -> day.happenings().size()).sum();
        long conditions = days.stream()
                .flatMap(day -> day.happenings().stream())
                .mapToLong(event -> event.conditions().size())
                .sum();
        figures.put("events", events);
        figures.put("conditions", conditions);
        figures.put("missed_conditions", missed.names().size());
        figures.put("uncalled_events", new MissedConditions(days, UnitDay::calls).events());
        figures.put("lead_events", calls.leadMinutes(days).size());
        figures.put("artefact_high_alarms", calls.count(CallVerdict::isHighByArtefact));
        figures.put("calls_per_event_by_reason", calls.events().meanByReason());
        figures.put("calls_by_reason", calls.byReason());
        figures.put("calls_by_priority", calls.byPriority());
        figures.put("false_calls_by_priority", calls.falseOnes().byPriority());
    }

    private void addBurden(Map<String, Object> figures) {
        figures.put("calls_per_bed_day", perBedDay(calls.verdicts().size()));
        figures.put(
                "alarms_per_bed_day",
                perBedDay(days.stream().mapToLong(day -> day.alarms().size()).sum()));
        figures.put(
                "technical_alarms_per_bed_day",
                perBedDay(calls.count(verdict -> verdict.alarm().technical())));
        figures.put(
                "high_alarms_per_bed_day",
                perBedDay(calls.count(verdict -> verdict.alarm().high())));
        figures.put("chattering_calls_per_bed_day", chatteringPerBedDay(calls));
        figures.put("false_calls_by_cause", calls.falseByCause());
        figures.put("false_calls_by_reason", calls.falseOnes().byReason());
        // Names of earlier reports.
        figures.put("false_alarms_per_bed_day", falsePerBedDay(calls));
        figures.put("threshold_alarms_per_bed_day", perBedDay(plain.verdicts().size()));
        figures.put("threshold_false_alarms_per_bed_day", falsePerBedDay(plain));
    }

    private void addPeer(Map<String, Object> figures) {
        figures.put("threshold_missed_events", missedByPlain.events());
        figures.put("threshold_calls_per_event", plain.events().mean());
        figures.put("threshold_lead_time_minutes", median(plain.leadMinutes(days)));
        figures.put("threshold_chattering_calls_per_bed_day", chatteringPerBedDay(plain));
        figures.put("threshold_false_calls_by_cause", plain.falseByCause());
        figures.put("threshold_calls_by_limit", plain.byRule());
    }

    private void addRules(Map<String, Object> figures) {
        figures.put("false_alarms_by_rule", calls.falseOnes().byRule());
        figures.put("alarms_by_rule", calls.byRule());
        figures.put("rules", new RuleFigures(calls, days).byRule());
        figures.put("conditions_by_limit", missed.allByLimit());
        figures.put("missed_by_limit", missed.byLimit());
        figures.put("threshold_missed_by_limit", missedByPlain.byLimit());
        figures.put("missed", missed.names());
    }

    /** Describes the notifications without a reason, one line each. */
    List<String> describeFalseAlarms() {
        return calls.falseOnes().verdicts().stream().map(CallVerdict::toString).toList();
    }

    private double falsePerBedDay(JudgedCalls judged) {
        return perBedDay(judged.count(CallVerdict::isFalse));
    }

    private double chatteringPerBedDay(JudgedCalls judged) {
        return perBedDay(judged.count(verdict -> verdict.alarm().again()));
    }

    private Double falseShare() {
        long peer = plain.count(CallVerdict::isFalse);
        return peer == 0 ? null : round((double) calls.count(CallVerdict::isFalse) / peer);
    }

    static Map<String, Long> byRule(Stream<BenchAlarm> alarms) {
        return alarms.collect(Collectors.groupingBy(BenchAlarm::rule, TreeMap::new, Collectors.counting()));
    }

    private double perBedDay(long number) {
        return round(number / bedDays);
    }

    /** Returns the lower median; null of no number. */
    static Double median(List<Double> numbers) {
        return numbers.stream()
                .sorted(Comparator.naturalOrder())
                .skip(numbers.isEmpty() ? 0 : (numbers.size() - 1) / 2)
                .findFirst()
                .map(AlarmEvaluator::round)
                .orElse(null);
    }

    static double round(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
