package org.vigie.training.command.imputation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.inference.imputation.ImputerCard;
import org.vigie.inference.imputation.ImputerConfig;
import org.vigie.inference.imputation.SeriesScaling;
import org.vigie.training.command.predict.PredictionRun;
import org.vigie.training.imputation.CohortGrids;
import org.vigie.training.learn.attention.ImputerTrainer;
import org.vigie.training.learn.attention.ImputerWriter;
import org.vigie.training.learn.attention.TrainedImputer;
import org.vigie.training.prepare.TrainingRecipe;

/**
 * Trains the imputers of both directions on the same stays and writes them with their card.
 *
 * @param data folder of PhysioNet-2012
 * @param sets letters of the sets to learn from
 * @param recipe prepares the stays; its part for training is not used
 */
record ImputerTrainingRun(Path data, List<String> sets, TrainingRecipe recipe, ImputerConfig config, PrintStream out) {
    /** @param command the command line, for the card */
    ImputerCard run(Path models, String version, String command) throws IOException {
        List<ImputationGrid> grids = new ArrayList<>();
        for (String set : sets) {
            grids.addAll(new CohortGrids(
                            PredictionRun.cohort(PredictionRun.setIn(data, set), out)
                                    .recordings(),
                            recipe.windows())
                    .grids());
        }
        SeriesScaling scaling = SeriesScaling.fit(grids);
        List<TrainedImputer> trained =
                trained(grids.stream().map(scaling::scaled).toList(), scaling);
        ImputerCard card = new ImputerCard(
                ImputerCard.NAME,
                version,
                sets,
                grids.size(),
                config,
                ImputationGrid.names(),
                scaling,
                command,
                recipe.windows().recipe().windowDigest());
        new ImputerWriter(card, trained).write(models.resolve(version));
        recipe.write(models.resolve(version));
        out.println("imputer: " + models.resolve(version));
        return card;
    }

    private List<TrainedImputer> trained(List<ImputationGrid> scaled, SeriesScaling scaling) {
        List<TrainedImputer> trained = new ArrayList<>();
        for (ImputationDirection direction : ImputationDirection.values()) {
            ImputerTrainer trainer = new ImputerTrainer(
                    config,
                    (epoch, loss) -> out.printf(
                            "%s: epoch %d of %d, loss %.4f%n", direction.word(), epoch, config.epochs(), loss));
            trained.add(trainer.train(direction, scaled, scaling.medians()));
        }
        return trained;
    }
}
