package org.vigie.bench.artefacts;

import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.retrospective.SensorGroup;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Plants sensors that lose the patient without a mark of the monitor, once an hour for each sensor.
 *
 * <p>An oximeter and electrodes show zero, an arterial line shows 0 to 4 mmHg, and a temperature probe cools towards 23 degrees with a time
 * constant of two minutes. While the probe has cooled by less than half a degree, its values count neither way.
 */
final class LostContactPlanter implements ArtefactPlanter {
    private static final double PER_HOUR = 1;
    private static final double ROOM = 23;
    private static final double COOLING_SECONDS = 120;
    private static final double VISIBLE = 0.5;

    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        for (SensorGroup sensor : SensorGroup.values()) {
            boolean probe = sensor == SensorGroup.TEMPERATURE_PROBE;
            for (PlantedEpisode episode : PlantedEpisode.draw(
                    grid.clean(), seed.derive(sensor.name()), PER_HOUR, probe ? 120 : 20, probe ? 400 : 120)) {
                for (String variable : sensor.variables()) {
                    lose(grid, variable, episode);
                }
            }
        }
    }

    private static void lose(DisturbedGrid grid, String variable, PlantedEpisode episode) {
        int place = grid.clean().indexOf(variable);
        for (int row = episode.from(); row < episode.until(); row++) {
            int since = row - episode.from();
            RandomSeed noise = episode.seed().derive(row);
            grid.alter(place, row, value -> lost(variable, value, since, noise));
            if (variable.equals(VariableNames.TEMP) && cooling(since) * (37 - ROOM) < VISIBLE) {
                grid.leaveUndecided(place, row);
            }
        }
    }

    private static double lost(String variable, double value, int since, RandomSeed noise) {
        if (variable.equals(VariableNames.TEMP)) {
            return Math.rint(10 * (value + (ROOM - value) * cooling(since))) / 10;
        }
        return SensorGroup.ARTERIAL_LINE.variables().contains(variable) ? noise.below(5) : 0;
    }

    private static double cooling(int seconds) {
        return 1 - Math.exp(-seconds / COOLING_SECONDS);
    }
}
