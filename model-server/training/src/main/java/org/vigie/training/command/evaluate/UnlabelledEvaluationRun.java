package org.vigie.training.command.evaluate;

import java.io.IOException;
import java.io.PrintStream;
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
            List<SepsisStay> stays = stays();
            List<ScoreAssociation> associations = options.hours().stream()
                    .map(hours -> association(predictor, hours, stays, threshold))
                    .toList();
            List<HourlyStay> reference = reference();
            int last = options.lastHours();
            UnlabelledReport report = new UnlabelledReport(
                    options.subject(predictor.card()),
                    threshold,
                    associations,
                    reference.isEmpty() ? List.of() : spreads(predictor, reference, threshold),
                    SeriesCoverage.of(hourly(lasting(stays, last)), last),
                    reference.isEmpty() ? List.of() : SeriesCoverage.of(reference, last));
            report.write(options.report());
            out.println("report: " + options.report().resolve(EvaluationReport.HTML));
            return report;
        }
    }

    private List<SepsisStay> stays() throws IOException {
        SepsisCohort cohort = Physionet2019CohortReader.read(options.data().toString(), options.data());
        out.printf(
                "%s: %d stays; rows not used: %s%n",
                cohort.name(), cohort.stays().size(), cohort.faults());
        return cohort.stays();
    }

    /** Reads the set to compare with; empty without one. */
    private List<HourlyStay> reference() throws IOException {
        return options.reference().isEmpty()
                ? List.of()
                : PredictionRun.cohort(options.reference().get(), out).recordings().stream()
                        .map(HourlyStay::of)
                        .toList();
    }

    private ScoreAssociation association(BundlePredictor predictor, int hours, List<SepsisStay> all, double threshold) {
        List<SepsisStay> stays = lasting(all, hours);
        float[] probabilities = BundlePredictor.probabilities(predictor.assessAfter(hours, hourly(stays)));
        ScoreAssociation association = ScoreAssociation.of(hours, stays, probabilities, threshold, bootstrap());
        out.printf(
                "%2d h seen: %d stays, mean risk %.3f, AUROC for later sepsis %.3f%n",
                hours,
                stays.size(),
                association.spread().mean(),
                association.laterSepsis().auroc().value());
        return association;
    }

    private BootstrapEstimator bootstrap() {
        BootstrapEstimator given = options.bootstrap();
        return new BootstrapEstimator(Math.min(RESAMPLES, given.resamples()), given.seed());
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

    private static List<HourlyStay> hourly(List<SepsisStay> stays) {
        return stays.stream().map(stay -> HourlyStay.of(stay.recording())).toList();
    }
}
