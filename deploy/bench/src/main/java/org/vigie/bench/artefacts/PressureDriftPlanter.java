package org.vigie.bench.artefacts;

import org.vigie.simulator.patient.RandomSeed;

/**
 * Plants the drift of a pressure transducer: over 15 to 30 minutes the pressures move away by 15 to 30 mmHg, and zeroing brings them back.
 * Values that are off by less than 8 mmHg count neither way.
 */
final class PressureDriftPlanter implements ArtefactPlanter {
    private static final double PER_HOUR = 0.5;
    private static final double VISIBLE = 8;

    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        for (PlantedEpisode episode : PlantedEpisode.draw(grid.clean(), seed, 2 * PER_HOUR, 900, 1_800)) {
            double sign = episode.seed().derive("sign").uniform() < 0.5 ? -1 : 1;
            double size = sign * episode.seed().derive("size").between(15, 30);
            for (int variable : SensorGroup.ARTERIAL_LINE.places(grid.clean())) {
                drift(grid, variable, episode, size);
            }
        }
    }

    private static void drift(DisturbedGrid grid, int variable, PlantedEpisode episode, double size) {
        for (int row = episode.from(); row < episode.until(); row++) {
            double off = size * (row - episode.from() + 1) / episode.length();
            grid.alter(variable, row, value -> Math.max(0, Math.rint(value + off)));
            if (Math.abs(off) < VISIBLE) {
                grid.leaveUndecided(variable, row);
            }
        }
    }
}
