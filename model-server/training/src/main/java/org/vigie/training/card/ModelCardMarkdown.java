package org.vigie.training.card;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.CalibrationPoint;
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.EnsemblePartKind;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.inference.bundle.ModelCard.GateOutcome;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.ModelCard.TrainingProvenance;
import org.vigie.inference.bundle.ModelLineage;

/** Writes a model card as a page of Markdown. */
record ModelCardMarkdown(ModelCard card) {
    String text() {
        return String.join(
                "\n",
                head(),
                section("How good it is", results()),
                section("From log odds to a probability", ensemble(card.ensemble())),
                section("Limits", lines(card.limits().stream().map(limit -> "- " + limit))),
                section("Inputs and outputs", tensors()),
                section("Training", training(card.training())));
    }

    private String head() {
        return """
                # %s %s

                %s **%s**

                Digest of its files together (SHA-256 of what `sha256sum` prints for them): `%s`

                %s
                """.formatted(
                        card.name(), card.version(), card.purpose(), card.notice(), card.digest(), gate(card.gate()));
    }

    private static String section(String heading, String content) {
        return "## " + heading + "\n\n" + content + "\n";
    }

    private static String gate(GateOutcome gate) {
        return gate.failures().isEmpty()
                ? "It passed the gate."
                : "**It did NOT pass the gate and was exported by force:** " + String.join("; ", gate.failures()) + ".";
    }

    private String results() {
        return """
                | set | hours seen | stays | deaths | AUROC | AUPRC | event 1 | event 2 | Brier | ECE |
                |---|---|---|---|---|---|---|---|---|---|
                %s

                Event 1: min(sensitivity, precision) at the threshold; event 2: Hosmer-Lemeshow; ECE over ten bins of equal mass. \
                With 4,000 stays the 95 %% interval of AUROC is about +-0.015, of AUPRC +-0.043.""".formatted(lines(card.results().stream().map(ModelCardMarkdown::result)));
    }

    private static String ensemble(CalibratedEnsemble ensemble) {
        Stream<String> parts = ensemble.parts().stream().map(ModelCardMarkdown::part);
        Stream<String> calibration = ensemble.calibration().stream().map(ModelCardMarkdown::calibration);
        return lines(Stream.concat(Stream.concat(parts, calibration), Stream.of(threshold(ensemble))));
    }

    private static String part(EnsemblePart part) {
        String kind = part.kind() == EnsemblePartKind.NET ? "column " + part.column() : "boosted trees";
        return String.format(
                Locale.ROOT, "- %s: %s in `%s`, weight %.4f", part.name(), kind, part.file(), part.weight());
    }

    private static String calibration(CalibrationPoint at) {
        return String.format(
                Locale.ROOT,
                "- %d h seen: slope %.4f, bend %.4f, intercept %.4f, interval's width %.2f",
                at.hoursSeen(),
                at.slope(),
                at.bend(),
                at.intercept(),
                at.width());
    }

    private static String threshold(CalibratedEnsemble ensemble) {
        return String.format(
                Locale.ROOT,
                "- A stay counts as called from a probability of %.4f. No score with fewer than %d measured cells or %d measured series.",
                ensemble.threshold(),
                ensemble.floor().measuredCells(),
                ensemble.floor().measuredSeries());
    }

    private static String result(EvaluationResult result) {
        String counts =
                "| " + result.set() + " | " + result.hoursSeen() + " | " + result.stays() + " | " + result.deaths();
        return counts
                + String.format(Locale.ROOT, " | %.4f | %.4f", result.auroc(), result.auprc())
                + String.format(Locale.ROOT, " | %.3f | %.1f", result.event1(), result.event2())
                + String.format(Locale.ROOT, " | %.4f | %.4f |", result.brier(), result.ece());
    }

    private String tensors() {
        return lines(
                Stream.concat(card.inputs().stream(), card.outputs().stream()).map(ModelCardMarkdown::tensor));
    }

    private static String tensor(TensorCard tensor) {
        String columns = tensor.columns().isEmpty() ? "" : ": " + String.join(", ", tensor.columns());
        return "- `" + tensor.name() + "` " + tensor.datatype() + " " + tensor.shape() + ": " + tensor.meaning()
                + columns;
    }

    private static String training(TrainingProvenance training) {
        String unused = training.rowsNotUsed().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        Stream<String> facts = Stream.of(
                "- Data: " + training.data() + ". " + training.licence() + ". " + training.attribution(),
                "- Stays: " + training.staysLearnt() + " learnt from, " + training.deaths() + " deaths among them.",
                "- Rows not used: " + unused + ".",
                "- Hours of a stay seen: " + training.hoursSeen() + ".",
                "- Method: " + training.method() + ".",
                "- Calibration: " + training.calibration() + ".",
                "- Seed " + training.seed() + ", " + training.epochs() + " epochs" + ".",
                "- Made by `" + training.command() + "`.");
        return lines(Stream.concat(facts, lineage(training.lineage())));
    }

    private static Stream<String> lineage(ModelLineage lineage) {
        Stream<String> recipe = Stream.of("- Recipe: " + lineage.recipe() + ", revision " + lineage.revision()
                + ", rules `" + lineage.recipeDigest() + "`; stays cleaned by " + cleaning(lineage) + ".");
        Stream<String> cohorts = lineage.cohorts().stream()
                .map(cohort -> "- Rows: " + cohort.name() + ", " + cohort.stays() + " stays, " + cohort.measurements()
                        + " values used, files `" + cohort.digest() + "`.");
        Stream<String> imputer = lineage.imputerDigest().isEmpty()
                ? Stream.empty()
                : Stream.of("- Empty hours of the stays that it learnt from hold estimates of the imputer `"
                        + lineage.imputerDigest() + "`.");
        return lineage.hasRecipe() ? Stream.of(recipe, imputer, cohorts).flatMap(each -> each) : Stream.empty();
    }

    private static String cleaning(ModelLineage lineage) {
        return lineage.cleaning() == 0 ? "unknown rules" : "revision " + lineage.cleaning() + " of the rules";
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
