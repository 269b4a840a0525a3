package org.vigie.bench.artefacts;

import java.util.List;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Plants swapped signals for 2 to 10 minutes, once in two hours: systolic and diastolic pressure, or heart rate and respiration. */
final class SwappedSignalPlanter implements ArtefactPlanter {
    private static final double PER_HOUR = 0.5;

    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        swap(grid, seed, List.of(VariableNames.ABP_SYS, VariableNames.ABP_DIA));
        swap(grid, seed, List.of(VariableNames.HR, VariableNames.RR));
    }

    private static void swap(DisturbedGrid grid, RandomSeed seed, List<String> pair) {
        int[] places = grid.clean().placesOf(pair);
        if (places[0] < 0 || places[1] < 0) {
            return;
        }
        for (PlantedEpisode episode : PlantedEpisode.draw(grid.clean(), seed.derive(pair.get(0)), PER_HOUR, 120, 400)) {
            for (int row = episode.from(); row < episode.until(); row++) {
                swap(grid, places, row);
            }
        }
    }

    private static void swap(DisturbedGrid grid, int[] places, int row) {
        double first = grid.clean().values()[places[0]][row];
        double second = grid.clean().values()[places[1]][row];
        if (!Double.isNaN(first) && !Double.isNaN(second)) {
            grid.alter(places[0], row, value -> second);
            grid.alter(places[1], row, value -> first);
        }
    }
}
