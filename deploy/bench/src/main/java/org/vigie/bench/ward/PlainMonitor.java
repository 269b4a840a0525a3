package org.vigie.bench.ward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Reading;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.Range;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * The peer: the same limits on the raw stream, without cleaning, hold or hysteresis. In its favour: what the monitor itself calls invalid is
 * not looked at, the oximeter's pulse only where there is no ECG, and all pressures of one side are one alarm.
 */
final class PlainMonitor {
    private final Map<String, Boolean> open = new HashMap<>();
    private final List<Alarm> calls = new ArrayList<>();
    private final List<Alarm> urgent = new ArrayList<>();

    void see(Observation said) {
        List<Reading> readings = said.getReadings().stream()
                .filter(PlainMonitor::isANumber)
                .filter(reading -> !reading.getVariable().equals("pulse_spo2") || !hasRate(said))
                .toList();
        Instant at = said.getDeviceTime();
        look(said.getBed(), readings, at, false, calls);
        look(said.getBed(), readings, at, true, urgent);
    }

    /** Each time a limit was crossed. */
    List<Alarm> calls() {
        return List.copyOf(calls);
    }

    /** Each time an urgent limit was crossed. */
    List<Alarm> urgent() {
        return List.copyOf(urgent);
    }

    private void look(String bed, List<Reading> readings, Instant at, boolean high, List<Alarm> crossed) {
        Set<String> seen = new HashSet<>();
        Set<String> violated = new HashSet<>();
        for (Reading reading : readings) {
            Variable variable = VariableCatalogue.standard().get(reading.getVariable());
            Range limits = high ? variable.urgent() : variable.alarm();
            String condition = Conditions.of(variable.name());
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
                Boolean before = open.put(bed + side + high, now);
                if (now && !Boolean.TRUE.equals(before)) {
                    crossed.add(new Alarm(bed, side, Set.of(condition), false, high, at));
                }
            }
        }
    }

    private static boolean isANumber(Reading reading) {
        return reading.getValue() != null
                && reading.getStatus() != ReadingStatus.INVALID
                && reading.getStatus() != ReadingStatus.UNAVAILABLE
                && VariableCatalogue.standard().find(reading.getVariable()).isPresent();
    }

    private static boolean hasRate(Observation said) {
        return said.getReadings().stream()
                .anyMatch(reading -> reading.getVariable().equals("hr") && isANumber(reading));
    }
}
