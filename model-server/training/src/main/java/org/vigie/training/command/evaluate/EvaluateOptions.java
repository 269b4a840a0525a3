package org.vigie.training.command.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.report.EvaluationSubject;

/**
 * Holds the options of {@code ./vigie evaluate}.
 *
 * @param imputer fills the empty hours in place of the last values, where it is given
 * @param data a set in this format
 * @param outcomes file of outcomes, where the set does not hold them itself
 * @param reference a set in the format of PhysioNet-2012 with which a set without outcomes is compared
 * @param predictions of a cross-validation, in place of a model; see {@code OutOfFoldPredictions}
 * @param report folder of the report
 * @param threshold of event 1; empty for that of the card, or for the best one in hindsight when the card has none
 * @param robustness whether the model is evaluated on disturbed inputs too
 */
public record EvaluateOptions(
        Path model,
        Optional<Path> imputer,
        Path data,
        CohortFormat format,
        Optional<Path> outcomes,
        Optional<Path> reference,
        Optional<Path> predictions,
        Path report,
        List<Integer> hours,
        OptionalDouble threshold,
        BootstrapEstimator bootstrap,
        boolean robustness) {
    public EvaluateOptions {
        hours = List.copyOf(hours);
        if (format == CohortFormat.PHYSIONET2012 && outcomes.isEmpty()) {
            throw new IllegalArgumentException("--outcomes: missing");
        }
        if (threshold.isPresent() && !(threshold.getAsDouble() > 0 && threshold.getAsDouble() < 1)) {
            throw new IllegalArgumentException("--threshold: must lie between 0 and 1, was " + threshold.getAsDouble());
        }
    }

    /** Parses a command line. */
    public static EvaluateOptions parse(String... arguments) {
        return CommandRunner.parsed(new EvaluateCommand(), arguments).options();
    }

    int lastHours() {
        return hours.get(hours.size() - 1);
    }

    /** Returns the given threshold, else that of the card; empty when neither exists. */
    OptionalDouble thresholdOf(ModelCard card) {
        boolean named = threshold.isEmpty() && !card.ensemble().parts().isEmpty();
        return named ? OptionalDouble.of(card.ensemble().threshold()) : threshold;
    }

    EvaluationSubject subject(ModelCard card) {
        return new EvaluationSubject(
                card.name(),
                card.version(),
                card.digest(),
                card.notice(),
                data.getFileName().toString(),
                outcomes.map(file -> file.getFileName().toString()).orElse(format.word()));
    }
}
