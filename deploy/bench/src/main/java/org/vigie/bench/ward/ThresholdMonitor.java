package org.vigie.bench.ward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Raises alarms at the same limits on the raw stream, without cleaning, hold or hysteresis: the peer of the benchmark. In its favour, it
 * ignores values that the monitor calls invalid, it uses the pulse of the oximeter only without an ECG, and it counts all pressures of
 * one side as one alarm.
 */
final class ThresholdMonitor {
    private final Map<String, Boolean> open = new HashMap<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private final List<BenchAlarm> calls = new ArrayList<>();
    private final List<BenchAlarm> urgent = new ArrayList<>();

    void observe(Observation observation) {
        List<ReadingRecord> readings = observation.getReadings().stream()
                .filter(ThresholdMonitor::isANumber)
                .filter(reading -> !reading.getVariable().equals(VariableNames.PULSE_SPO2) || !hasRate(observation))
                .toList();
        Instant at = observation.getDeviceTime();
        look(observation.getBed(), readings, at, false, calls);
        look(observation.getBed(), readings, at, true, urgent);
    }

    /** Each time a limit was crossed. */
    List<BenchAlarm> calls() {
        return List.copyOf(calls);
    }

    /** Each time an urgent limit was crossed. */
    List<BenchAlarm> urgent() {
        return List.copyOf(urgent);
    }

    private void look(String bed, List<ReadingRecord> readings, Instant at, boolean high, List<BenchAlarm> crossed) {
        Set<String> seen = new HashSet<>();
        Set<String> violated = new HashSet<>();
        for (ReadingRecord reading : readings) {
            Variable variable = VariableCatalogue.standard().get(reading.getVariable());
            ValueRange limits = high ? variable.urgent() : variable.alarm();
            String condition = AlarmCondition.of(variable.name()).name();
            seen.add(condition);
            if (reading.getValue() < limits.low()) {
                violated.add(condition + " low");
            } else if (reading.getValue() > limits.high()) {
                violated.add(condition + " high");
            }
        }
        for (String condition : seen) {
            for (String side : List.of(condition + " low", condition + " high")) {
                boolean now = violated.contains(side);
                String alarm = bed + side + high;
                boolean before = Boolean.TRUE.equals(open.put(alarm, now));
                if (now && !before) {
                    boolean again =
                            !at.isAfter(ended.getOrDefault(alarm, Instant.EPOCH).plus(BenchAlarm.CHATTER));
                    crossed.add(new BenchAlarm(bed, side, Set.of(condition), false, high, at, again));
                } else if (before && !now) {
                    ended.put(alarm, at);
                }
            }
        }
    }

    private static boolean isANumber(ReadingRecord reading) {
        return reading.getValue() != null
                && reading.getStatus() != MeasurementStatusRecord.INVALID
                && reading.getStatus() != MeasurementStatusRecord.UNAVAILABLE
                && VariableCatalogue.standard().find(reading.getVariable()).isPresent();
    }

    private static boolean hasRate(Observation observation) {
        return observation.getReadings().stream()
                .anyMatch(reading -> reading.getVariable().equals(VariableNames.HR) && isANumber(reading));
    }
}
