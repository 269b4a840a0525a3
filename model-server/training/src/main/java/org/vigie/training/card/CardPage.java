package org.vigie.training.card;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.Result;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.ModelCard.Training;

/** A model card as a page of Markdown. */
final class CardPage {
    private CardPage() {}

    static String of(ModelCard card) {
        return String.join(
                "\n",
                "# " + card.name() + " " + card.version(),
                "",
                card.purpose() + " **" + card.notice() + "**",
                "",
                "SHA-256 of `saved_model.pb`: `" + card.digest() + "`",
                "",
                "## How good it is",
                "",
                "| set | hours seen | stays | deaths | AUROC | AUPRC | Brier | ECE |",
                "|---|---|---|---|---|---|---|---|",
                lines(card.results().stream().map(CardPage::result).toList()),
                "",
                "ECE over ten bins of equal mass. With 4,000 stays the 95 % interval of AUROC is about +-0.015, of AUPRC +-0.043.",
                "",
                "## Limits",
                "",
                lines(card.limits().stream().map(limit -> "- " + limit).toList()),
                "",
                "## Inputs and outputs",
                "",
                lines(card.inputs().stream().map(CardPage::tensor).toList()),
                lines(card.outputs().stream().map(CardPage::tensor).toList()),
                "",
                "## Training",
                "",
                training(card.training()),
                "");
    }

    private static String result(Result result) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.3f | %.3f | %.4f | %.4f |",
                result.set(),
                result.hoursSeen(),
                result.stays(),
                result.deaths(),
                result.auroc(),
                result.auprc(),
                result.brier(),
                result.ece());
    }

    private static String tensor(TensorCard tensor) {
        String columns = tensor.columns().isEmpty() ? "" : ": " + String.join(", ", tensor.columns());
        return "- `" + tensor.name() + "` " + tensor.datatype() + " " + tensor.shape() + ": " + tensor.meaning()
                + columns;
    }

    private static String training(Training training) {
        String faults = training.rowsNotUsed().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return lines(List.of(
                "- Data: " + training.data() + ". " + training.licence() + ". " + training.attribution(),
                "- Stays: " + training.staysLearnt() + " learnt from, " + training.staysHeldOut() + " held out; "
                        + training.deaths() + " deaths among both.",
                "- Rows not used: " + faults + ".",
                "- Hours of a stay seen: " + training.hoursSeen() + ", half of the stays in a batch whole.",
                "- Method: " + training.method() + ".",
                "- Calibration: " + training.calibration() + ".",
                "- Seed " + training.seed() + ", weights of epoch " + training.epochs() + ".",
                "- Made by `" + training.command() + "`."));
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
