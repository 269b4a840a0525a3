package org.vigie.bench.artefacts;

import java.util.List;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Describes the drift of a pressure transducer that grows evenly until zeroing.
 *
 * @param size drift in mmHg in the last row
 */
record PlantedDrift(PlantedEpisode episode, double size) {
    /** Smallest drift in mmHg that counts. */
    static final double VISIBLE = 8;

    private static final double PER_HOUR = 1;

    /** Draws the drifts of a recording: once an hour, over 15 to 30 minutes, by 15 to 30 mmHg. */
    static List<PlantedDrift> draw(SignalGrid grid, RandomSeed seed) {
        return PlantedEpisode.draw(grid, seed, PER_HOUR, 900, 1_800).stream()
                .map(PlantedDrift::of)
                .toList();
    }

    private static PlantedDrift of(PlantedEpisode episode) {
        double sign = episode.seed().derive("sign").uniform() < 0.5 ? -1 : 1;
        return new PlantedDrift(episode, sign * episode.seed().derive("size").between(15, 30));
    }

    /** Returns the drift in a row of the episode. */
    double at(int row) {
        return size * (row - episode.from() + 1) / episode.length();
    }

    boolean isVisible(int row) {
        return Math.abs(at(row)) >= VISIBLE;
    }
}
