package org.vigie.training.command.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.training.command.features.EvaluateFeaturesCommand;
import org.vigie.training.command.imputation.EvaluateImputationCommand;
import org.vigie.training.command.predict.HoursSeenOption;
import org.vigie.training.command.predict.ModelFolderOption;
import org.vigie.training.command.predict.RequiredOptions;
import org.vigie.training.command.synthetic.EvaluateSyntheticCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates a model on a set with known outcomes: {@code ./vigie evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Evaluates a model on a set with known outcomes and writes a report.",
            "A set of PhysioNet-2012 needs --outcomes; the MIMIC-IV demo contains its outcomes; PhysioNet-2019 has none.",
            "--external evaluates on a folder of ./vigie extract, unit by unit and variable by variable."
        },
        subcommands = {EvaluateImputationCommand.class, EvaluateFeaturesCommand.class, EvaluateSyntheticCommand.class})
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    ModelFolderOption model = new ModelFolderOption();

    @Option(
            names = "--imputer",
            paramLabel = "DIR",
            description = "Fills empty hours with the estimates of this imputer, in place of last values.")
    Optional<Path> imputer = Optional.empty();

    @Option(names = "--data", paramLabel = "SET", description = "The set: a folder, or a .tar.gz of one (required).")
    Optional<Path> data = Optional.empty();

    @Option(
            names = CohortFormat.OPTION,
            paramLabel = "FORMAT",
            description = "physionet2012, physionet2019, mimic-iv-demo or extracted (default: ${DEFAULT-VALUE}).")
    String format = CohortFormat.PHYSIONET2012.word();

    @Option(
            names = "--external",
            description = "The set is a folder of ./vigie extract; the same as --format extracted.")
    boolean external;

    @Option(
            names = "--outcomes",
            paramLabel = "FILE",
            description = "File of outcomes, in the format of PhysioNet-2012.")
    Optional<Path> outcomes = Optional.empty();

    @Option(
            names = "--reference",
            paramLabel = "SET",
            description = "A set of PhysioNet-2012, compared with a set that has no outcomes.")
    Optional<Path> reference = Optional.empty();

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Out-of-fold predictions of a cross-validation, in place of a model.")
    Optional<Path> predictions = Optional.empty();

    @Option(names = "--report", paramLabel = "DIR", description = "Folder of the report (required).")
    Optional<Path> report = Optional.empty();

    @Mixin
    HoursSeenOption hours = new HoursSeenOption();

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description = "Threshold of event 1 (default: that of the model card, else the best one for this set).")
    Optional<Double> threshold = Optional.empty();

    @Option(
            names = "--resamples",
            paramLabel = "N",
            description = "Resamples of the bootstrap (default: ${DEFAULT-VALUE}).")
    int resamples = 1000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed; the same seed gives the same result (default: ${DEFAULT-VALUE}).")
    long seed = 2012;

    @Option(
            names = "--robustness",
            paramLabel = "on|off",
            description = "Also evaluates the model on damaged inputs (default: ${DEFAULT-VALUE}).")
    String robustness = "on";

    @Spec
    CommandSpec spec;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        json.print(spec.commandLine().getOut(), run(options(), json.progress()));
        return 0;
    }

    /** Returns the figures of the report. */
    private static Object run(EvaluateOptions options, PrintStream out) throws IOException {
        if (options.format() == CohortFormat.PHYSIONET2019) {
            return new UnlabelledEvaluationRun(options, out).run();
        }
        if (options.predictions().isPresent()) {
            return new OutOfFoldEvaluationRun(options, options.predictions().get(), out).run();
        }
        return new EvaluationRun(options, out).run();
    }

    /** Returns the options of the command line. */
    EvaluateOptions options() {
        if (!robustness.matches("on|off")) {
            throw new IllegalArgumentException("--robustness: must be on or off, was '" + robustness + "'");
        }
        RequiredOptions required = new RequiredOptions(spec);
        return new EvaluateOptions(
                model.folder(),
                imputer,
                required.value(data, "--data=SET"),
                external ? CohortFormat.EXTRACTED : CohortFormat.parse(format),
                outcomes,
                reference,
                predictions,
                required.value(report, "--report=DIR"),
                hours.hoursSeen().hours(),
                threshold.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                new BootstrapEstimator(resamples, seed),
                robustness.equals("on"));
    }
}
