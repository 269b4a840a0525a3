package org.vigie.bench.artefacts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.PatientVariability;
import org.vigie.simulator.patient.PhysiologyModel;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.patient.VitalSignModel;

/**
 * Simulates patients who vary as in real recordings, each with three true deteriorations.
 *
 * @param count number of patients
 * @param seconds length of each
 */
record SimulatedPatients(int count, int seconds, RandomSeed seed) {
    private static final int COURSES = 3;
    private static final List<String> VARIABLES = List.of(
            VariableNames.HR,
            VariableNames.PULSE_SPO2,
            VariableNames.SPO2,
            VariableNames.RR,
            VariableNames.TEMP,
            VariableNames.ABP_SYS,
            VariableNames.ABP_DIA,
            VariableNames.ABP_MEAN);
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    List<SignalGrid> grids() {
        return IntStream.range(0, count).mapToObj(this::grid).toList();
    }

    private SignalGrid grid(int patient) {
        VitalSignModel model = PatientVariability.FITTED.model(seed.derive(patient));
        double[][] values = new double[VARIABLES.size()][seconds];
        for (int second = 0; second < seconds; second++) {
            Map<String, Double> signs = signs(model, patient, second);
            for (int place = 0; place < values.length; place++) {
                values[place][second] = shown(signs, VARIABLES.get(place));
            }
        }
        long[] times = IntStream.range(0, seconds).asLongStream().toArray();
        return new SignalGrid("simulated", true, VARIABLES, times, values);
    }

    private static double shown(Map<String, Double> signs, String variable) {
        return new DisplayStep(variable).rounded(signs.get(variable));
    }

    private Map<String, Double> signs(VitalSignModel model, int patient, int second) {
        Map<String, Double> signs = model.at(START.plusSeconds(second));
        deteriorate(signs, patient, second);
        double systolic = signs.get(VariableNames.ABP_SYS);
        double diastolic = signs.get(VariableNames.ABP_DIA);
        signs.put(VariableNames.ABP_MEAN, PhysiologyModel.mean(systolic, diastolic));
        return signs;
    }

    private void deteriorate(Map<String, Double> signs, int patient, int second) {
        for (int turn = 0; turn < COURSES; turn++) {
            int onset = seconds * (2 * turn + 1) / (2 * COURSES);
            List<ExtremeCourse> courses = ExtremeCourse.all();
            courses.get((patient * COURSES + turn) % courses.size()).apply(signs, second - onset);
        }
    }
}
