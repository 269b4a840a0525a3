package org.vigie.training.command.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.inference.bundle.ModelLineage;
import org.vigie.inference.bundle.ModelLineage.CohortLineage;
import org.vigie.signal.clean.CleaningRevision;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.CohortDigest;
import org.vigie.training.command.predict.PredictionRun;

/** Records the recipe and the rows of one training for the model's card, as they are when it begins. */
record LineageRecord(TrainOptions options, PreparationRecipe recipe) {
    /**
     * Records them.
     *
     * @param cohorts those of {@code options.sets()}, in the same order
     * @param imputer digest of the imputer of the stays; empty without one
     */
    ModelLineage of(List<Cohort> cohorts, String imputer) throws IOException {
        List<CohortLineage> rows = new ArrayList<>();
        for (int place = 0; place < cohorts.size(); place++) {
            rows.add(rows(options.sets().get(place), cohorts.get(place)));
        }
        return new ModelLineage(
                recipe.name(), recipe.revision(), recipe.digest(), imputer, CleaningRevision.SHIPPED.number(), rows);
    }

    private CohortLineage rows(String set, Cohort cohort) throws IOException {
        Path outcomes = options.data().resolve("Outcomes-" + set + ".txt");
        return new CohortLineage(
                "set-" + set,
                new CohortDigest(PredictionRun.setIn(options.data(), set), outcomes).hex(),
                cohort.recordings().size(),
                cohort.recordings().stream()
                        .mapToLong(stay -> stay.measurements().size())
                        .sum());
    }
}
