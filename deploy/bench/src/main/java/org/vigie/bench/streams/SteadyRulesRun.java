package org.vigie.bench.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.detect.InstantReadings;
import org.vigie.signal.alarm.detect.InstantReadings.KeptReading;
import org.vigie.signal.alarm.detect.SteadyPeriod;
import org.vigie.signal.alarm.detect.SteadyPeriodRules;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.triage.TriageRules;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.DecisionThresholds;
import org.vigie.signal.vitals.MeasurementTime;
import org.vigie.signal.vitals.ReadingPosition;

/**
 * Applies the alarm rules to the steady readings of one stay, without topics, state store or records. One pass has one full evaluation and
 * then {@value #INSTANTS} instants of eight readings within all limits, in which nothing is decided.
 */
public final class SteadyRulesRun {
    private static final int INSTANTS = 25_000;
    private static final Map<String, Double> USUAL = Map.of(
            VariableNames.HR, 80.0,
            VariableNames.SPO2, 97.0,
            VariableNames.RR, 16.0,
            VariableNames.ABP_SYS, 118.0,
            VariableNames.ABP_DIA, 70.0,
            VariableNames.ABP_MEAN, 86.0,
            VariableNames.PULSE_SPO2, 80.0,
            VariableNames.TEMP, 37.0);
    /** Readings of one pass. */
    public static final int READINGS = INSTANTS * 8;

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final String BED = "U/1";

    private final AlarmDetector detector;
    private final SteadyPeriodRules steady;
    private final AlarmDetectionState monitored = new AlarmDetectionState("stay");
    private final List<InstantReadings> instants;

    public SteadyRulesRun() {
        AlarmRuleSet rules = AlarmRuleCatalogue.adultIcu().at(BED).rules();
        var thresholds = new DecisionThresholds();
        new News2Calculator().addTo(thresholds, SaturationScale.SCALE_1);
        TriageRules.adultIcu().addTo(thresholds);
        detector = new AlarmDetector(rules);
        steady = new SteadyPeriodRules(rules, thresholds);
        instants = instants(START, Duration.ofMillis(1), INSTANTS);
        // After 40 minutes the trends are known.
        instants(START.minusSeconds(2_400), Duration.ofSeconds(1), 2_400)
                .forEach(readings -> detector.evaluate(monitored, readings));
    }

    private static List<InstantReadings> instants(Instant from, Duration step, int count) {
        List<List<KeptReading>> kept =
                IntStream.range(0, 3).mapToObj(SteadyRulesRun::kept).toList();
        List<InstantReadings> instants = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant at = from.plus(step.multipliedBy(i));
            var moment = MeasurementTime.ofTrustedClock(at, at);
            instants.add(new InstantReadings(BED, moment, kept.get(i % 3), List.of(), List.of()));
        }
        return instants;
    }

    private static List<KeptReading> kept(int more) {
        List<KeptReading> kept = new ArrayList<>();
        USUAL.forEach((variable, usual) -> kept.add(new KeptReading(
                variable,
                usual + more * (variable.equals(VariableNames.TEMP) ? 0.1 : 1),
                new ReadingPosition(0, more, kept.size()))));
        return kept;
    }

    /** Takes all instants into a copy of the stay's state. Returns the number of instants that needed no evaluation. */
    public int pass() {
        AlarmDetectionState detection = copy();
        detector.evaluate(detection, instants.get(0));
        SteadyPeriod period = steady.begin(detection, BED, Instant.MAX).orElseThrow();
        int taken = 0;
        for (int i = 1; i < INSTANTS; i++) {
            taken += period.take(detection, instants.get(i)) ? 1 : 0;
        }
        return taken;
    }

    private AlarmDetectionState copy() {
        var vitals = new CurrentVitals(
                monitored.vitals().newest(), monitored.vitals().lastSignals());
        return new AlarmDetectionState(
                monitored.stay(),
                vitals,
                monitored.conditions(),
                monitored.baselines(),
                monitored.offsets(),
                monitored.clock());
    }

    /** Returns what some passes cost. As many passes before them warm the compiler up. */
    ThreadUsage measure(int passes) {
        run(passes);
        return ThreadUsage.of(() -> run(passes));
    }

    private void run(int passes) {
        for (int i = 0; i < passes; i++) {
            if (pass() != INSTANTS - 1) {
                throw new IllegalStateException("steady readings: must need no evaluation, some needed one");
            }
        }
    }
}
