package org.vigie.simulator.patient;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.schemas.variable.VariableNames;

/**
 * Computes the vital signs of a stable patient. The signs depend on each other, never leave the alarm limits and never score a NEWS2 point.
 *
 * <p>Three hidden drives move the signs: sympathetic tone (faster and stronger heart, deeper breaths), vascular tone (pressure up, heart
 * slower: the baroreflex) and the depth of breathing (more oxygen). Each drive is smooth bounded noise with a period of minutes to hours.
 * Every sign adds its own variation of some seconds and a fall at night. The project chose the amplitudes. The comment behind each base
 * value gives the largest deviation; with it, every sign stays inside its limits.
 */
public final class PhysiologyModel implements VitalSignModel {
    private final RandomSeed nerves;
    private final RandomSeed vessels;
    private final RandomSeed breath;
    private final RandomSeed flicker;
    private final double hr;
    private final double rr;
    private final double spo2;
    private final double sys;
    private final double dia;
    private final double temp;

    public PhysiologyModel(RandomSeed patient) {
        nerves = patient.derive("nerves");
        vessels = patient.derive("vessels");
        breath = patient.derive("breath");
        flicker = patient.derive("flicker");
        hr = patient.derive("hr").between(65, 79); // +-9.5
        rr = patient.derive("rr").between(15, 17); // +-2.4
        spo2 = patient.derive("spo2").between(97, 98.4); // +-0.9
        sys = patient.derive("sys").between(123, 136); // +-10.5
        dia = patient.derive("dia").between(65, 76); // +-7
        temp = patient.derive("temp").between(36.6, 37.2); // +-0.4
    }

    @Override
    public Map<String, Double> at(Instant at) {
        double t = at.getEpochSecond() + at.getNano() / 1e9;
        double tone = 0.6 * nerves.wave(t, 7_200) + 0.4 * nerves.derive(1).wave(t, 700);
        double squeeze = 0.5 * vessels.wave(t, 3_600) + 0.5 * vessels.derive(1).wave(t, 400);
        double depth = 0.5 * breath.wave(t, 2_400) + 0.5 * breath.derive(1).wave(t, 150);
        double day = Math.cos(2 * Math.PI * (t - 17 * 3_600) / 86_400);

        double heart = hr + 4.5 * tone - 1.2 * squeeze + 1.3 * day + 2.5 * quick("hr", t, 9);
        Map<String, Double> signs = new LinkedHashMap<>();
        signs.put(VariableNames.HR, heart);
        signs.put(VariableNames.PULSE_SPO2, heart + 0.8 * quick("pulse", t, 8));
        signs.put(VariableNames.SPO2, spo2 + 0.6 * depth + 0.3 * quick("spo2", t, 20));
        signs.put(VariableNames.PERFUSION_INDEX, 2.4 - 0.8 * squeeze + 0.3 * quick("perfusion", t, 12));
        signs.put(VariableNames.RR, rr + 0.9 * tone + 0.7 * depth + 0.8 * quick("rr", t, 12));
        signs.put(VariableNames.ABP_SYS, sys + 4 * tone + 3 * squeeze + 1.5 * day + 2 * quick("sys", t, 10));
        signs.put(VariableNames.ABP_DIA, dia + 2 * tone + 2.5 * squeeze + day + 1.5 * quick("dia", t, 10));
        signs.put(VariableNames.TEMP, temp + 0.2 * day + 0.15 * quick("temp", t, 1_800) + 0.05 * quick("probe", t, 60));
        return signs;
    }

    private double quick(String sign, double t, double period) {
        return flicker.derive(sign).wave(t, period);
    }

    /** Estimates the mean arterial pressure as a monitor does: diastolic plus a third of the pulse pressure. */
    public static double mean(double sys, double dia) {
        return dia + (sys - dia) / 3;
    }
}
