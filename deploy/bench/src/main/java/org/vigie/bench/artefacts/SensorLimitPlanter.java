package org.vigie.bench.artefacts;

import java.util.List;
import java.util.Map;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.retrospective.SensorGroup;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Plants saturation: a sensor shows the end of its range for 10 to 60 seconds, once an hour for each sensor. */
final class SensorLimitPlanter implements ArtefactPlanter {
    private static final double PER_HOUR = 1;
    private static final Map<String, Double> LIMITS = Map.of(
            VariableNames.HR, 300.0,
            VariableNames.PULSE_SPO2, 300.0,
            VariableNames.RR, 120.0,
            VariableNames.TEMP, 45.0,
            VariableNames.ABP_SYS, 300.0,
            VariableNames.ABP_DIA, 300.0,
            VariableNames.ABP_MEAN, 300.0);

    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        for (List<String> sensor : sensors()) {
            RandomSeed own = seed.derive(sensor.get(0));
            for (PlantedEpisode episode : PlantedEpisode.draw(grid.clean(), own, PER_HOUR, 10, 60)) {
                sensor.forEach(variable -> saturate(grid, variable, episode));
            }
        }
    }

    private static List<List<String>> sensors() {
        return List.of(
                List.of(VariableNames.HR),
                List.of(VariableNames.PULSE_SPO2),
                List.of(VariableNames.RR),
                List.of(VariableNames.TEMP),
                SensorGroup.ARTERIAL_LINE.variables());
    }

    private static void saturate(DisturbedGrid grid, String variable, PlantedEpisode episode) {
        int place = grid.clean().indexOf(variable);
        for (int row = episode.from(); row < episode.until(); row++) {
            grid.alter(place, row, value -> LIMITS.getOrDefault(variable, value));
        }
    }
}
