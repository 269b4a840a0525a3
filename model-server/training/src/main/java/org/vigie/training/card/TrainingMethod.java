package org.vigie.training.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.inference.bundle.ModelCard.TrainingProvenance;
import org.vigie.inference.bundle.ModelLineage;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.learn.ensemble.EnsembleConfig;
import org.vigie.training.learn.network.NetworkConfig;

/**
 * Describes the data and the method of one training for the model card.
 *
 * @param command that trained the model
 * @param lineage rows and recipe
 * @param died of all stays of the cohorts
 */
public record TrainingMethod(
        EnsembleConfig config,
        long seed,
        String command,
        CohortOrigin origin,
        List<Cohort> cohorts,
        ModelLineage lineage,
        boolean... died) {
    private static final String CALIBRATION =
            "Beta calibration of the parts' weighted mean for each number of hours seen, threshold for event 1 and width of the interval, all out of fold (five folds) on the same recipe";

    public TrainingMethod {
        cohorts = List.copyOf(cohorts);
    }

    TrainingProvenance provenance() {
        return new TrainingProvenance(
                origin.text(cohorts),
                origin.licence(),
                origin.attribution(),
                died.length,
                0,
                deaths(),
                rowsNotUsed(),
                List.of(6, 12, 24, 36, 48),
                method(),
                CALIBRATION,
                seed,
                net().epochs(),
                command,
                lineage);
    }

    private int deaths() {
        int deaths = 0;
        for (boolean one : died) {
            deaths += one ? 1 : 0;
        }
        return deaths;
    }

    private Map<String, Integer> rowsNotUsed() {
        Map<String, Integer> rows = new TreeMap<>();
        cohorts.forEach(
                cohort -> cohort.faults().forEach((reason, some) -> rows.merge(reason.name(), some, Integer::sum)));
        return rows;
    }

    private String method() {
        return String.format(
                Locale.ROOT,
                "%d networks and boosted trees, mean of log odds, the trees' weight %.2f. Networks (%s): %d wide, over steps of two hours beside a summary of the window; heads for death in hospital, death on each of 30 days, length of stay; %.0f %% of the label is what trees that did not grow on the stay say of it; AdamW, dropout, averaged weights. Trees: %d rounds, depth %d. Classes are not reweighted: deaths are rare, and calibration would suffer",
                config.nets().size(),
                config.treesWeight(),
                architectures(),
                net().hidden(),
                100 * net().taught(),
                config.trees().rounds(),
                config.trees().depth());
    }

    private String architectures() {
        return config.nets().stream()
                .map(net -> net.architecture().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private NetworkConfig net() {
        return config.nets().get(0);
    }
}
