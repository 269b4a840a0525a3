package org.vigie.triage.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.triage.model.TriageModel;
import org.vigie.triage.model.TriageModelCard;
import org.vigie.triage.training.visit.VisitFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predicts the level of each visit of a file: {@code ./vigie triage predict}. */
@Command(
        name = "predict",
        description =
                "Predicts a level, 1 (most urgent) to 5, for each visit of a file with the columns of the KTAS file.")
final class TriagePredictCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "visits.csv", description = "The visits.")
    Path in;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "levels.csv",
            description = "Their levels, in the same order.")
    Path out;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "A trained model (default: the one that comes with Vigie).")
    Optional<Path> model = Optional.empty();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    /**
     * Holds the answer of the command.
     *
     * @param file the levels, as CSV
     */
    record TriagePredictionSummary(String model, String version, int visits, String file) {}

    @Override
    public Integer call() throws IOException {
        List<VisitFile.VisitRow> visits = new VisitFile(in).read();
        try (TriageModel opened = model.isPresent() ? TriageModel.open(model.get()) : TriageModel.shipped()) {
            new TriageLevelFile(out).write(visits, opened);
            TriageModelCard card = opened.card();
            String text = "%s: %d visits -> %s".formatted(card.name(), visits.size(), out);
            var summary = new TriagePredictionSummary(card.name(), card.version(), visits.size(), out.toString());
            json.print(spec.commandLine().getOut(), text, summary);
        }
        return 0;
    }
}
