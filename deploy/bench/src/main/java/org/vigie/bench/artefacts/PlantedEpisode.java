package org.vigie.bench.artefacts;

import java.util.ArrayList;
import java.util.List;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Describes the rows of one artefact, from {@code from} (inclusive) to {@code until} (exclusive). */
record PlantedEpisode(int from, int until, RandomSeed seed) {
    int length() {
        return until - from;
    }

    /**
     * Draws episodes over a grid that do not overlap. A grid that is too short for the longest episode gets none.
     *
     * @param perHour expected number in an hour
     * @param shortest shortest length in rows
     * @param longest longest length in rows
     */
    static List<PlantedEpisode> draw(SignalGrid grid, RandomSeed seed, double perHour, int shortest, int longest) {
        double expected = perHour * grid.hours();
        int count = (int) Math.floor(expected + seed.derive("count").uniform());
        List<PlantedEpisode> drawn = new ArrayList<>();
        for (int number = 0; number < count && grid.rows() > longest + 2; number++) {
            RandomSeed own = seed.derive(number);
            int length = (int) own.derive("length").between(shortest, longest + 1.0);
            addApart(drawn, inBlock(grid.rows(), grid.rows() / count, number, length, own));
        }
        return drawn;
    }

    /** Returns an episode that begins in its own part of the recording. */
    private static PlantedEpisode inBlock(int rows, int block, int number, int length, RandomSeed own) {
        int room = Math.max(1, block - length - 1);
        int from = Math.min(number * block + 1 + own.derive("from").below(room), rows - length - 1);
        return new PlantedEpisode(from, from + length, own);
    }

    private static void addApart(List<PlantedEpisode> drawn, PlantedEpisode next) {
        boolean apart = drawn.isEmpty() || drawn.get(drawn.size() - 1).until() < next.from();
        if (apart && next.from() > 0) {
            drawn.add(next);
        }
    }
}
