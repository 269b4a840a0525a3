package org.vigie.bench.artefacts;

import java.util.List;
import org.vigie.signal.clean.retrospective.SensorGroup;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Plants flat lines of 6 to 12 minutes, once in two hours: the whole monitor or the pressure module repeats its last values.
 *
 * <p>The first five minutes count neither way for a live detector, because a flat line is defined by its duration there.
 */
final class FrozenValuePlanter implements ArtefactPlanter {
    /** Time in s after which a value of a pressure, or a whole feed, is too long unchanged. */
    static final int TOO_LONG = 300;

    private static final double PER_HOUR = 0.5;
    private static final int SHORTEST = 360;
    private static final int LONGEST = 720;
    private static final int RECORDING = 460;

    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        boolean isShort = grid.clean().rows() < LONGEST;
        for (PlantedEpisode episode : isShort ? inShort(grid, seed) : inLong(grid, seed)) {
            boolean whole = isShort || episode.seed().derive("whole").uniform() < 0.5;
            int[] frozen = whole ? grid.clean().places() : SensorGroup.ARTERIAL_LINE.places(grid.clean());
            freeze(grid, frozen, episode);
        }
    }

    private static List<PlantedEpisode> inLong(DisturbedGrid grid, RandomSeed seed) {
        return PlantedEpisode.draw(grid.clean(), seed, 2 * PER_HOUR, SHORTEST, LONGEST);
    }

    /** Returns one episode for half of the recordings of eight minutes, which it fills almost. */
    private static List<PlantedEpisode> inShort(DisturbedGrid grid, RandomSeed seed) {
        boolean drawn =
                seed.derive("short").uniform() < PER_HOUR && grid.clean().rows() > RECORDING;
        return drawn ? List.of(new PlantedEpisode(10, RECORDING, seed)) : List.of();
    }

    private static void freeze(DisturbedGrid grid, int[] variables, PlantedEpisode episode) {
        for (int variable : variables) {
            double last = grid.clean().lastValue(variable, episode.from());
            for (int row = episode.from(); row < episode.until() && !Double.isNaN(last); row++) {
                grid.alter(variable, row, value -> last);
            }
            grid.leaveEarly(variable, episode.from(), Math.min(episode.until(), episode.from() + TOO_LONG));
        }
    }
}
