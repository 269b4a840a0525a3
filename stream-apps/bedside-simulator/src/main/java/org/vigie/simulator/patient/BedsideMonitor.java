package org.vigie.simulator.patient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.Reading;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * The bedside monitor: turns vital signs into readings, whole numbers where monitors send whole numbers. Until a patient has settled
 * the pressure is taken the other way round, as on the day of an admission: the cuff before the line is in, or the line before it
 * comes out.
 */
public final class BedsideMonitor {
    private static final Duration SETTLED = Duration.ofHours(8);
    private static final Duration CUFF_EVERY = PatientChart.ROUND;

    private final SimulatedPatient patient;
    private final Instant firstRound;

    public BedsideMonitor(SimulatedPatient patient, Instant firstRound) {
        this.patient = patient;
        this.firstRound = firstRound;
    }

    /**
     * @param signs by catalogue name, not rounded; a sign that is missing is not sent
     */
    public List<Reading> readings(Map<String, Double> signs, Instant sentAt) {
        List<Reading> readings = new ArrayList<>();
        for (String variable : List.of("hr", "pulse_spo2", "spo2", "rr")) {
            add(readings, variable, signs.get(variable), 0, sentAt);
        }
        add(readings, "perfusion_index", signs.get("perfusion_index"), 1, sentAt);
        add(readings, "temp", signs.get("temp"), 1, sentAt);
        addPressures(readings, signs, sentAt);
        return readings;
    }

    private void addPressures(List<Reading> readings, Map<String, Double> signs, Instant sentAt) {
        boolean settled = Duration.between(patient.admittedAt(), sentAt).compareTo(SETTLED) >= 0;
        boolean line = patient.arterialLine() == settled;
        if (line || Duration.between(firstRound, sentAt).toSeconds() % CUFF_EVERY.toSeconds() == 0) {
            String way = line ? "abp" : "nibp";
            double sys = signs.get("abp_sys");
            double dia = signs.get("abp_dia");
            add(readings, way + "_sys", sys, 0, sentAt);
            add(readings, way + "_dia", dia, 0, sentAt);
            add(readings, way + "_mean", PhysiologyModel.mean(sys, dia), 0, sentAt);
        }
    }

    private static void add(List<Reading> readings, String variable, Double value, int decimals, Instant at) {
        if (value != null) {
            String unit = VariableCatalogue.standard().get(variable).unit();
            readings.add(new Reading(variable, round(value, decimals), null, unit, ReadingStatus.VALID, at, ""));
        }
    }

    /** To that many decimals. */
    public static double round(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.rint(value * scale) / scale;
    }
}
