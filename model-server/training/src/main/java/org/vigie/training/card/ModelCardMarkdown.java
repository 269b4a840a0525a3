package org.vigie.training.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.CalibratedEnsemble.EnsemblePartKind;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.inference.bundle.ModelCard.GateOutcome;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.ModelCard.TrainingProvenance;

/** Writes a model card as a page of Markdown. */
record ModelCardMarkdown(ModelCard card) {
    String text() {
        return String.join(
                "\n",
                "# " + card.name() + " " + card.version(),
                "",
                card.purpose() + " **" + card.notice() + "**",
                "",
                "Digest of its files together (SHA-256 of what `sha256sum` prints for them): `" + card.digest() + "`",
                "",
                gate(card.gate()),
                "",
                "## How good it is",
                "",
                "| set | hours seen | stays | deaths | AUROC | AUPRC | event 1 | event 2 | Brier | ECE |",
                "|---|---|---|---|---|---|---|---|---|---|",
                lines(card.results().stream().map(ModelCardMarkdown::result).toList()),
                "",
                "Event 1: min(sensitivity, precision) at the threshold; event 2: Hosmer-Lemeshow; ECE over ten bins of equal mass. With 4,000 stays the 95 % interval of AUROC is about +-0.015, of AUPRC +-0.043.",
                "",
                "## From log odds to a probability",
                "",
                ensemble(card.ensemble()),
                "",
                "## Limits",
                "",
                lines(card.limits().stream().map(limit -> "- " + limit).toList()),
                "",
                "## Inputs and outputs",
                "",
                lines(card.inputs().stream().map(ModelCardMarkdown::tensor).toList()),
                lines(card.outputs().stream().map(ModelCardMarkdown::tensor).toList()),
                "",
                "## Training",
                "",
                training(card.training()),
                "");
    }

    private static String gate(GateOutcome gate) {
        return gate.failures().isEmpty()
                ? "It passed the gate."
                : "**It did NOT pass the gate and was exported by force:** " + String.join("; ", gate.failures()) + ".";
    }

    private static String ensemble(CalibratedEnsemble ensemble) {
        List<String> lines = new ArrayList<>();
        ensemble.parts()
                .forEach(part -> lines.add(String.format(
                        Locale.ROOT,
                        "- %s: %s in `%s`, weight %.4f",
                        part.name(),
                        part.kind() == EnsemblePartKind.NET ? "column " + part.column() : "boosted trees",
                        part.file(),
                        part.weight())));
        ensemble.calibration()
                .forEach(at -> lines.add(String.format(
                        Locale.ROOT,
                        "- %d h seen: slope %.4f, bend %.4f, intercept %.4f, interval's width %.2f",
                        at.hoursSeen(),
                        at.slope(),
                        at.bend(),
                        at.intercept(),
                        at.width())));
        lines.add(String.format(
                Locale.ROOT,
                "- A stay counts as called from a probability of %.4f. No score with fewer than %d measured cells or %d measured series.",
                ensemble.threshold(),
                ensemble.floor().measuredCells(),
                ensemble.floor().measuredSeries()));
        return lines(lines);
    }

    private static String result(EvaluationResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.4f | %.4f | %.3f | %.1f | %.4f | %.4f |",
                result.set(),
                result.hoursSeen(),
                result.stays(),
                result.deaths(),
                result.auroc(),
                result.auprc(),
                result.event1(),
                result.event2(),
                result.brier(),
                result.ece());
    }

    private static String tensor(TensorCard tensor) {
        String columns = tensor.columns().isEmpty() ? "" : ": " + String.join(", ", tensor.columns());
        return "- `" + tensor.name() + "` " + tensor.datatype() + " " + tensor.shape() + ": " + tensor.meaning()
                + columns;
    }

    private static String training(TrainingProvenance training) {
        String faults = training.rowsNotUsed().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return lines(List.of(
                "- Data: " + training.data() + ". " + training.licence() + ". " + training.attribution(),
                "- Stays: " + training.staysLearnt() + " learnt from, " + training.deaths() + " deaths among them.",
                "- Rows not used: " + faults + ".",
                "- Hours of a stay seen: " + training.hoursSeen() + ".",
                "- Method: " + training.method() + ".",
                "- Calibration: " + training.calibration() + ".",
                "- Seed " + training.seed() + ", " + training.epochs() + " epochs" + ".",
                "- Made by `" + training.command() + "`."));
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
