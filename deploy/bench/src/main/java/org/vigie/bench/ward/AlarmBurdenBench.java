package org.vigie.bench.ward;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.simulator.recording.RecordingLibrary;
import org.vigie.simulator.ward.BedFeed;
import org.vigie.simulator.ward.SimulatedWard;
import org.vigie.simulator.ward.SimulationPlan;

/**
 * Counts the alarms of a nurse over real recordings. The recordings have no ground truth, so the result says nothing of missed or false
 * alarms. A recording of some minutes is repeated; a chart of hours continues from its last quarter.
 */
final class AlarmBurdenBench {
    private static final String SIMULATED = "stay-";
    private static final Pattern NUMBER = Pattern.compile("[-_\\d]+$");
    /** Each recording of BIDMC lasts eight minutes. */
    private static final Duration ENOUGH = Duration.ofHours(1);

    private final Path directory;
    private final WardBench bench;

    /** @param bench how many recordings of each data set, and how long */
    AlarmBurdenBench(Path directory, WardBench bench) {
        this.directory = directory;
        this.bench = bench;
    }

    Map<String, Object> figures() {
        var recordings = RecordingLibrary.load(directory, bench.beds(), bench.seed());
        int sets = recordings.sets();
        var plan = new SimulationPlan(
                bench.seed(),
                "R",
                bench.beds() * (sets + 1),
                0,
                UnitScenario.LIVE,
                Duration.ofDays(2),
                "quiet",
                true,
                1);
        SimulatedWard ward = SimulatedWard.of(plan, recordings);
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Map.Entry<String, List<BedFeed>> set : bySource(ward).entrySet()) {
            Duration length = set.getKey().equals("bidmc") ? ENOUGH : bench.length();
            UnitDay day = new UnitPlayback(
                            set.getValue(), ward.start(), UnitScenario.LIVE, bench.rules(), bench.response())
                    .play(length);
            double bedDays = set.getValue().size() * length.toMinutes() / 1440.0;
            figures.put(set.getKey() + "_beds", set.getValue().size());
            figures.put(set.getKey() + "_records", day.records());
            figures.put(
                    set.getKey() + "_calls_per_bed_day",
                    AlarmEvaluator.round(day.calls().size() / bedDays));
            figures.put(
                    set.getKey() + "_alarms_per_bed_day",
                    AlarmEvaluator.round(day.alarms().size() / bedDays));
            figures.put(
                    set.getKey() + "_threshold_alarms_per_bed_day",
                    AlarmEvaluator.round(day.plain().size() / bedDays));
            figures.put(
                    set.getKey() + "_chattering_calls_per_bed_day",
                    AlarmEvaluator.round(chattering(day).count() / bedDays));
            figures.put(set.getKey() + "_chattering_calls_by_rule", AlarmEvaluator.byRule(chattering(day)));
            figures.put(set.getKey() + "_alarms_by_rule", AlarmEvaluator.byRule(day.alarms().stream()));
            figures.put(set.getKey() + "_threshold_alarms_by_limit", AlarmEvaluator.byRule(day.plain().stream()));
        }
        return figures;
    }

    /** Returns the calls that came again shortly after the one before. */
    private static Stream<BenchAlarm> chattering(UnitDay day) {
        return day.calls().stream().filter(BenchAlarm::again);
    }

    /** Recorded beds by their data set; the simulated ones between them are left out. */
    private static Map<String, List<BedFeed>> bySource(SimulatedWard ward) {
        Map<String, List<BedFeed>> bySource = ward.beds().stream()
                .collect(Collectors.groupingBy(AlarmBurdenBench::source, TreeMap::new, Collectors.toList()));
        bySource.remove(SIMULATED);
        return bySource;
    }

    /** A recorded stay is named after its data set and its number there. */
    private static String source(BedFeed bed) {
        String stay = bed.staysAt(UnitScenario.LIVE).getStays().get(0).getStay();
        return stay.startsWith(SIMULATED)
                ? SIMULATED
                : NUMBER.matcher(stay).replaceFirst("").replace('-', '_');
    }
}
