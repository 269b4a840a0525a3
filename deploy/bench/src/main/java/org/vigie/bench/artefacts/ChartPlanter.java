package org.vigie.bench.artefacts;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.EntryMistake;
import org.vigie.signal.clean.EntryMistakes;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Plants wrong entries into a chart: one of fifty values of each variable has a wrong decimal point or a wrong unit.
 *
 * @param mistake kind of the wrong entry
 */
record ChartPlanter(EntryMistake mistake) implements ArtefactPlanter {
    private static final double SHARE = 0.02;

    @Override
    public void plant(DisturbedGrid grid, SignalGrid other, RandomSeed seed) {
        for (int place = 0; place < grid.clean().variables().size(); place++) {
            Variable variable =
                    VariableCatalogue.standard().get(grid.clean().variables().get(place));
            List<DoubleUnaryOperator> mistakes = new EntryMistakes(variable).of(mistake);
            for (int row = 0; row < grid.clean().rows() && !mistakes.isEmpty(); row++) {
                enter(grid, place, row, mistakes, seed.derive(variable.name()).derive(row));
            }
        }
    }

    private static void enter(
            DisturbedGrid grid, int place, int row, List<DoubleUnaryOperator> mistakes, RandomSeed seed) {
        boolean nonZero = grid.clean().has(place, row) && grid.clean().values()[place][row] != 0;
        if (nonZero && seed.derive("share").uniform() < SHARE) {
            grid.alter(place, row, mistakes.get(seed.derive("which").below(mistakes.size())));
        }
    }
}
