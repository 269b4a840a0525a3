package org.vigie.training.command.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.ScoreDistribution;
import org.vigie.training.cohort.Physionet2019CohortReader;
import org.vigie.training.cohort.SepsisCohort;
import org.vigie.training.cohort.SepsisStay;
import org.vigie.training.command.predict.PredictionRun;
import org.vigie.training.evaluate.ScoreAssociation;
import org.vigie.training.evaluate.SeriesCoverage;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.report.EvaluationReport;
import org.vigie.training.report.UnlabelledReport;

/** Evaluates a model on PhysioNet-2019, which does not label deaths. */
final class UnlabelledEvaluationRun {
    /** Resamples of about 20,000 stays; enough for an interval. */
    private static final int RESAMPLES = 200;

    private final EvaluateOptions options;
    private final PrintStream out;

    UnlabelledEvaluationRun(EvaluateOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    UnlabelledReport run() throws IOException {
        try (BundlePredictor predictor = BundlePredictor.open(options.model())) {
            double threshold = options.thresholdOf(predictor.card()).orElse(0.5);
            SepsisCohort cohort = Physionet2019CohortReader.read(options.data().toString(), options.data());
            out.printf(
                    "%s: %d stays; rows not used: %s%n",
                    cohort.name(), cohort.stays().size(), cohort.faults());
            List<ScoreAssociation> associations = new ArrayList<>();
            for (int hours : options.hours()) {
                associations.add(association(predictor, hours, cohort.stays(), threshold));
            }
            List<HourlyStay> reference = new ArrayList<>();
            if (options.reference().isPresent()) {
                PredictionRun.cohort(options.reference().get(), out).recordings().stream()
                        .map(HourlyStay::of)
                        .forEach(reference::add);
            }
            int last = options.lastHours();
            UnlabelledReport report = new UnlabelledReport(
                    options.subject(predictor.card()),
                    threshold,
                    associations,
                    reference.isEmpty() ? List.of() : spreads(predictor, reference, threshold),
                    SeriesCoverage.of(stays(lasting(cohort.stays(), last)), last),
                    reference.isEmpty() ? List.of() : SeriesCoverage.of(reference, last));
            report.write(options.report());
            Path page = options.report().resolve(EvaluationReport.HTML);
            out.println("report: " + page);
            return report;
        }
    }

    private ScoreAssociation association(BundlePredictor predictor, int hours, List<SepsisStay> all, double threshold) {
        List<SepsisStay> stays = lasting(all, hours);
        float[] probabilities = BundlePredictor.probabilities(predictor.assessAfter(hours, stays(stays)));
        ScoreAssociation association = ScoreAssociation.of(
                hours,
                stays,
                probabilities,
                threshold,
                new BootstrapEstimator(
                        Math.min(RESAMPLES, options.bootstrap().resamples()),
                        options.bootstrap().seed()));
        out.printf(
                "%2d h seen: %d stays, mean risk %.3f, AUROC for later sepsis %.3f%n",
                hours,
                stays.size(),
                association.spread().mean(),
                association.laterSepsis().auroc().value());
        return association;
    }

    private List<ScoreDistribution> spreads(BundlePredictor predictor, List<HourlyStay> reference, double threshold) {
        return options.hours().stream()
                .map(hours -> ScoreDistribution.of(
                        BundlePredictor.probabilities(predictor.assessAfter(hours, reference)), threshold))
                .toList();
    }

    private static List<SepsisStay> lasting(List<SepsisStay> stays, int hours) {
        return stays.stream().filter(stay -> stay.hours() >= hours).toList();
    }

    private static List<HourlyStay> stays(List<SepsisStay> stays) {
        return stays.stream().map(stay -> HourlyStay.of(stay.recording())).toList();
    }
}
