package org.vigie.training.command.imputation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.vigie.inference.imputation.HiddenCell;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.inference.imputation.ImputedCells;
import org.vigie.inference.imputation.ImputerChannels;
import org.vigie.inference.imputation.SavedImputer;
import org.vigie.inference.imputation.SeriesScaling;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.training.command.predict.PredictionRun;
import org.vigie.training.feature.FoldAssignment;
import org.vigie.training.imputation.CohortGrids;
import org.vigie.training.imputation.HiddenCellFile;
import org.vigie.training.imputation.ImputationErrors;

/**
 * Evaluates an imputer on the hidden cells of a set. The errors of a stay are scaled by the visible cells of the stays in the other folds.
 *
 * @param data folder of PhysioNet-2012
 * @param set letter of the set
 * @param mask file of hidden cells
 * @param folds file of folds
 */
record ImputationEvaluationRun(Path data, String set, Path mask, Path folds, Path model, PrintStream out) {
    ImputationAnswer run() throws IOException {
        Map<Integer, List<HiddenCell>> hidden = new HiddenCellFile(mask).read();
        Map<Integer, Integer> foldOf = FoldAssignment.read(folds).foldOf();
        List<ImputationGrid> visible = visible(hidden);
        ImputationComparison errors = new ImputationComparison();
        try (SavedImputer imputer = SavedImputer.open(model)) {
            imputer.recipe()
                    .check("--model", PreparationRecipe.SHIPPED, "hidden cells are hourly means of those rules");
            for (int fold : new TreeSet<>(foldOf.values())) {
                List<ImputationGrid> tested = stays(visible, foldOf, fold, true);
                SeriesScaling protocol = SeriesScaling.fit(stays(visible, foldOf, fold, false));
                new FoldErrors(imputer, hidden, protocol).add(tested, errors);
                out.printf("fold %d: %d stays%n", fold, tested.size());
            }
            return ImputationAnswer.of(
                    imputer.card().name() + " " + imputer.card().version(), errors);
        }
    }

    private List<ImputationGrid> visible(Map<Integer, List<HiddenCell>> hidden) throws IOException {
        return new CohortGrids(PredictionRun.cohort(PredictionRun.setIn(data, set), out)
                        .recordings())
                .grids().stream()
                        .map(grid -> grid.without(hidden.getOrDefault(grid.stay(), List.of())))
                        .toList();
    }

    private static List<ImputationGrid> stays(
            List<ImputationGrid> all, Map<Integer, Integer> foldOf, int fold, boolean inFold) {
        List<ImputationGrid> some = new ArrayList<>();
        for (ImputationGrid grid : all) {
            Integer assigned = foldOf.get(grid.stay());
            if (assigned != null && (assigned == fold) == inFold) {
                some.add(grid);
            }
        }
        return some;
    }

    /** Adds the errors on the stays of one fold. */
    private record FoldErrors(SavedImputer imputer, Map<Integer, List<HiddenCell>> hidden, SeriesScaling protocol) {
        void add(List<ImputationGrid> tested, ImputationComparison errors) {
            SeriesScaling own = imputer.card().scaling();
            List<ImputationGrid> scaled = tested.stream().map(own::scaled).toList();
            add(tested, imputer.impute(ImputationDirection.CAUSAL, scaled), own, errors.causal());
            add(tested, imputer.impute(ImputationDirection.TWO_SIDED, scaled), own, errors.twoSided());
            add(tested, estimates(tested, ImputationDirection.CAUSAL), protocol, errors.lastValue());
            add(tested, estimates(tested, ImputationDirection.TWO_SIDED), protocol, errors.interpolation());
        }

        private List<ImputedCells> estimates(List<ImputationGrid> tested, ImputationDirection direction) {
            ImputerChannels channels = new ImputerChannels(direction, protocol.medians());
            return tested.stream()
                    .map(grid -> ImputedCells.ofEstimates(channels.of(protocol.scaled(grid))))
                    .toList();
        }

        private void add(
                List<ImputationGrid> tested,
                List<ImputedCells> imputed,
                SeriesScaling scaling,
                ImputationErrors errors) {
            for (int i = 0; i < tested.size(); i++) {
                errors.add(
                        imputed.get(i),
                        scaling,
                        hidden.getOrDefault(tested.get(i).stay(), List.of()),
                        protocol);
            }
        }
    }
}
