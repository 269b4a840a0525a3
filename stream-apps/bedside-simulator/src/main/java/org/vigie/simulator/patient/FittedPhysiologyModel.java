package org.vigie.simulator.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.variable.VariableNames;

/**
 * Computes the vital signs of a patient who varies as in real recordings. The signs cross the alarm limits without an event.
 *
 * <p>A sign is the patient's usual value plus noise components with periods from seconds to hours. Each patient has a usual value and a
 * size of the variation that follow the table. The perfusion index has no recording behind it; its values are an assumption.
 */
public final class FittedPhysiologyModel implements VitalSignModel {
    private static final double LOWEST_PULSE_PRESSURE = 10;
    private static final int PULSE = VariabilityTable.SIGNS.indexOf("pulse_difference");

    private final double[] levels;
    private final List<ScaledComponent> components = new ArrayList<>();
    private final RandomSeed perfusion;

    /** Holds one noise component with the standard deviation of each sign. */
    private record ScaledComponent(NoiseComponent noise, double[] deviations) {
        void addTo(double[] signs, double seconds) {
            double[] noises = noise.at(seconds);
            for (int sign = 0; sign < signs.length; sign++) {
                signs[sign] += deviations[sign] * noises[sign];
            }
        }
    }

    public FittedPhysiologyModel(RandomSeed patient, VariabilityTable table) {
        levels = new UsualSignValues(table).draw(patient.derive("levels"));
        perfusion = patient.derive("perfusion");
        Map<TimeScale, CorrelationFactor> factors = new LinkedHashMap<>();
        for (double period : table.components(VariableNames.HR).keySet()) {
            TimeScale scale = TimeScale.of(period);
            CorrelationFactor factor =
                    factors.computeIfAbsent(scale, each -> new CorrelationFactor(table.correlations(each)));
            components.add(new ScaledComponent(
                    new NoiseComponent(patient.derive("noise"), period, factor),
                    deviations(patient.derive(scale.key()), table, period)));
        }
    }

    private static double[] deviations(RandomSeed seed, VariabilityTable table, double period) {
        double[] deviations = new double[VariabilityTable.SIGNS.size()];
        for (int sign = 0; sign < deviations.length; sign++) {
            String name = VariabilityTable.SIGNS.get(sign);
            double own = Math.exp(table.spread(name, TimeScale.of(period)) * seed.bell(sign));
            deviations[sign] = own * table.components(name).getOrDefault(period, 0.0);
        }
        return deviations;
    }

    @Override
    public Map<String, Double> at(Instant at) {
        double seconds = at.getEpochSecond() + at.getNano() / 1e9;
        double[] signs = levels.clone();
        components.forEach(component -> component.addTo(signs, seconds));
        return named(signs, seconds);
    }

    private Map<String, Double> named(double[] signs, double seconds) {
        double heart = Math.max(25, signs[0]);
        double dia = Math.max(15, signs[4]);
        Map<String, Double> named = new LinkedHashMap<>();
        named.put(VariableNames.HR, heart);
        named.put(VariableNames.PULSE_SPO2, heart + signs[PULSE]);
        named.put(VariableNames.SPO2, Math.min(100, signs[2]));
        named.put(VariableNames.PERFUSION_INDEX, 1.8 + 0.9 * perfusion.wave(seconds, 600));
        named.put(VariableNames.RR, Math.max(4, signs[1]));
        named.put(VariableNames.ABP_SYS, Math.max(signs[3], dia + LOWEST_PULSE_PRESSURE));
        named.put(VariableNames.ABP_DIA, dia);
        named.put(VariableNames.TEMP, signs[5]);
        return named;
    }
}
