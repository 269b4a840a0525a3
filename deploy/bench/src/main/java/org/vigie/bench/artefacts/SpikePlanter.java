package org.vigie.bench.artefacts;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.retrospective.SensorGroup;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Plants spikes of one to three seconds, three an hour for each sensor: a beat counted twice or missed, a flushed line, a moved finger.
 *
 * <p>Sizes: the double or half of a rate; 8 to 40 % of saturation; a flush of 250 to 300 mmHg; 2 to 8 degrees.
 */
final class SpikePlanter implements ArtefactPlanter {
    private static final double PER_HOUR = 3;
    private static final int LONGEST = 3;

    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        for (List<String> struck : struck()) {
            RandomSeed own = seed.derive(struck.get(0));
            for (PlantedEpisode episode : PlantedEpisode.draw(grid.clean(), own, PER_HOUR, 1, LONGEST)) {
                struck.forEach(variable -> strike(grid, variable, episode));
            }
        }
    }

    /** Returns the variables that have a spike together. */
    private static List<List<String>> struck() {
        return List.of(
                List.of(VariableNames.HR),
                List.of(VariableNames.RR),
                List.of(VariableNames.SPO2),
                List.of(VariableNames.PULSE_SPO2),
                List.of(VariableNames.TEMP),
                SensorGroup.ARTERIAL_LINE.variables());
    }

    private static void strike(DisturbedGrid grid, String variable, PlantedEpisode episode) {
        int place = grid.clean().indexOf(variable);
        for (int row = episode.from(); row < episode.until(); row++) {
            grid.alter(place, row, change(variable, episode.seed(), row));
        }
    }

    private static DoubleUnaryOperator change(String variable, RandomSeed seed, int row) {
        double size = seed.derive("size").uniform();
        return switch (variable) {
            case VariableNames.SPO2 -> value -> Math.max(1, Math.rint(value - 8 - 32 * size));
            case VariableNames.TEMP -> value -> Math.rint(10 * (value - 2 - 6 * size)) / 10;
            case VariableNames.HR, VariableNames.PULSE_SPO2, VariableNames.RR ->
                value -> Math.rint(size < 0.3 ? value / 2 : value * 2);
            default -> value -> Math.rint(250 + 50 * seed.derive(row).uniform());
        };
    }
}
