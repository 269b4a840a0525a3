package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.evaluate.Metrics;
import org.vigie.training.feature.Example;
import org.vigie.training.feature.Stay;
import org.vigie.training.label.Outcomes;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.report.Report;
import org.vigie.training.report.ReportLines;
import org.vigie.training.report.Subject;

/** cohort - label - feature - predict - evaluate - report. */
final class EvaluationRun {
    private final EvaluateOptions options;
    private final PrintStream out;

    EvaluationRun(EvaluateOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    Judgement run() throws IOException {
        List<Example> examples = examples(options.data(), options.outcomes(), out);
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        ModelCard card;
        try (BundlePredictor predictor = BundlePredictor.open(options.model())) {
            card = predictor.card();
            List<Stay> stays = examples.stream().map(Example::stay).toList();
            options.hours()
                    .forEach(hours ->
                            probabilities.put(hours, BundlePredictor.probabilities(predictor.after(hours, stays))));
        }
        Judgement judgement = Judgement.of(examples, probabilities, options.threshold(), options.bootstrap());
        new Report(subject(card), judgement)
                .write(options.report(), Metrics.curve(probabilities.lastEntry().getValue(), Judgement.died(examples)));
        ReportLines.of(judgement).forEach(out::println);
        out.println("report: " + options.report().resolve(Report.HTML));
        return judgement;
    }

    /** A set's stays with their ends. */
    static List<Example> examples(Path set, Path outcomes, PrintStream out) throws IOException {
        Outcomes known = Outcomes.read(outcomes);
        return PredictionRun.stays(set, out).stream()
                .map(stay -> new Example(stay, known.died(stay.id())))
                .toList();
    }

    private Subject subject(ModelCard card) {
        return new Subject(
                card.name(),
                card.version(),
                card.digest(),
                card.notice(),
                options.data().getFileName().toString(),
                options.outcomes().getFileName().toString());
    }
}
