package org.vigie.bench.artefacts;

import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Plants a wrong clock for 1 to 5 minutes, once an hour: the stamps jump by minutes, by an hour or by days, forwards or backwards. */
final class WrongClockPlanter implements ArtefactPlanter {
    private static final double PER_HOUR = 1;
    private static final long[] SHIFTS = {-172_800, -3_600, -1_200, -90, 90, 200, 1_200, 3_600, 86_400};

    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        for (PlantedEpisode episode : PlantedEpisode.draw(grid.clean(), seed, PER_HOUR, 60, 300)) {
            long shift = SHIFTS[episode.seed().derive("shift").below(SHIFTS.length)];
            grid.shiftClock(episode.from(), episode.until(), shift);
        }
    }
}
