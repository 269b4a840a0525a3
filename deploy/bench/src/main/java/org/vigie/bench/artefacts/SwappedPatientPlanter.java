package org.vigie.bench.artefacts;

import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Plants swapped patients for 3 to 7 minutes, once in two hours: the bed shows all values of another patient. */
final class SwappedPatientPlanter implements ArtefactPlanter {
    private static final double PER_HOUR = 0.5;

    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        for (PlantedEpisode episode : PlantedEpisode.draw(grid.clean(), seed, PER_HOUR, 180, 400)) {
            for (int row = episode.from(); row < Math.min(episode.until(), other.rows()); row++) {
                replace(grid, other, row);
            }
        }
    }

    private static void replace(DisturbedGrid grid, SignalGrid other, int row) {
        for (int variable = 0; variable < grid.clean().variables().size(); variable++) {
            double theirs = other.value(grid.clean().variables().get(variable), row);
            if (!Double.isNaN(theirs)) {
                grid.alter(variable, row, value -> theirs);
            }
        }
    }
}
