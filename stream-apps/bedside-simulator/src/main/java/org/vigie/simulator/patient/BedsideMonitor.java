package org.vigie.simulator.patient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Turns vital signs into readings, rounded to whole numbers where monitors send whole numbers.
 *
 * <p>In the first hours of a stay the pressure is measured by the other method: by cuff before the arterial line is in, or by a line that
 * is later removed.
 */
public final class BedsideMonitor {
    private static final Duration SETTLED = Duration.ofHours(8);
    private static final Duration CUFF_EVERY = PatientChart.ROUND;

    /** Systolic, diastolic and mean arterial pressure. */
    private static final List<String> INVASIVE =
            List.of(VariableNames.ABP_SYS, VariableNames.ABP_DIA, VariableNames.ABP_MEAN);

    /** Systolic, diastolic and mean cuff pressure. */
    private static final List<String> CUFF =
            List.of(VariableNames.NIBP_SYS, VariableNames.NIBP_DIA, VariableNames.NIBP_MEAN);

    private final SimulatedPatient patient;
    private final Instant firstRound;

    public BedsideMonitor(SimulatedPatient patient, Instant firstRound) {
        this.patient = patient;
        this.firstRound = firstRound;
    }

    /**
     * Returns the readings that the monitor sends at an instant.
     *
     * @param signs vital signs by catalogue name, not rounded; a missing sign is not sent
     */
    public List<ReadingRecord> readings(Map<String, Double> signs, Instant sentAt) {
        List<ReadingRecord> readings = new ArrayList<>();
        for (String variable :
                List.of(VariableNames.HR, VariableNames.PULSE_SPO2, VariableNames.SPO2, VariableNames.RR)) {
            add(readings, variable, signs.get(variable), 0, sentAt);
        }
        add(readings, VariableNames.PERFUSION_INDEX, signs.get(VariableNames.PERFUSION_INDEX), 1, sentAt);
        add(readings, VariableNames.TEMP, signs.get(VariableNames.TEMP), 1, sentAt);
        addPressures(readings, signs, sentAt);
        return readings;
    }

    private void addPressures(List<ReadingRecord> readings, Map<String, Double> signs, Instant sentAt) {
        boolean settled = Duration.between(patient.admittedAt(), sentAt).compareTo(SETTLED) >= 0;
        boolean line = patient.arterialLine() == settled;
        if (line || Duration.between(firstRound, sentAt).toSeconds() % CUFF_EVERY.toSeconds() == 0) {
            List<String> pressures = line ? INVASIVE : CUFF;
            double sys = signs.get(VariableNames.ABP_SYS);
            double dia = signs.get(VariableNames.ABP_DIA);
            add(readings, pressures.get(0), sys, 0, sentAt);
            add(readings, pressures.get(1), dia, 0, sentAt);
            add(readings, pressures.get(2), PhysiologyModel.mean(sys, dia), 0, sentAt);
        }
    }

    private static void add(List<ReadingRecord> readings, String variable, Double value, int decimals, Instant at) {
        if (value != null) {
            String unit = VariableCatalogue.standard().get(variable).unit();
            readings.add(new ReadingRecord(
                    variable, round(value, decimals), null, unit, MeasurementStatusRecord.VALID, at, ""));
        }
    }

    /** Rounds a value to a number of decimals. */
    public static double round(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.rint(value * scale) / scale;
    }
}
