package org.vigie.bench.artefacts;

import org.vigie.signal.clean.retrospective.SensorGroup;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Plants the drift of a pressure transducer: over 15 to 30 minutes the pressures move away by 15 to 30 mmHg, and zeroing brings them back.
 * Values that are off by less than 8 mmHg count neither way.
 */
final class PressureDriftPlanter implements ArtefactPlanter {
    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        for (PlantedDrift drift : PlantedDrift.draw(grid.clean(), seed)) {
            for (int variable : SensorGroup.ARTERIAL_LINE.places(grid.clean())) {
                plant(grid, variable, drift);
            }
        }
    }

    private static void plant(DisturbedGrid grid, int variable, PlantedDrift drift) {
        for (int row = drift.episode().from(); row < drift.episode().until(); row++) {
            double off = drift.at(row);
            grid.alter(variable, row, value -> Math.max(0, Math.rint(value + off)));
            if (!drift.isVisible(row)) {
                grid.leaveUndecided(variable, row);
            }
        }
    }
}
