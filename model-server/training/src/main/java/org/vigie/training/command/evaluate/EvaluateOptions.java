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
 * What {@code ./vigie evaluate} was asked.
 *
 * @param data a set in this format
 * @param outcomes who died, where the set does not say it itself
 * @param reference a set in the format of PhysioNet-2012 to compare a set without outcomes with
 * @param predictions of a cross-validation, in place of a model; see {@code OutOfFoldPredictions}
 * @param report a folder
 * @param threshold of event 1; empty: the card's, or the best one in hindsight when that names none
 * @param robustness whether the model is asked again with things going wrong
 */
public record EvaluateOptions(
        Path model,
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

    /** What the command line asks for. */
    public static EvaluateOptions parse(String... arguments) {
        return CommandRunner.parsed(new EvaluateCommand(), arguments).options();
    }

    int lastHours() {
        return hours.get(hours.size() - 1);
    }

    /** The asked one, else the card's; none when neither names one. */
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
