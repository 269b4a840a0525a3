package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.training.cohort.SepsisCohort;
import org.vigie.training.cohort.SepsisReader;
import org.vigie.training.cohort.SepsisStay;
import org.vigie.training.evaluate.Association;
import org.vigie.training.evaluate.Bootstrap;
import org.vigie.training.evaluate.Coverage;
import org.vigie.training.evaluate.Spread;
import org.vigie.training.feature.Stay;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.report.Report;
import org.vigie.training.report.UnlabelledReport;

/** A model on PhysioNet-2019, which does not say who died. */
final class UnlabelledRun {
    /** Of 20,000 stays; enough for an interval. */
    private static final int RESAMPLES = 200;

    private final EvaluateOptions options;
    private final PrintStream out;

    UnlabelledRun(EvaluateOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    UnlabelledReport run() throws IOException {
        try (BundlePredictor predictor = BundlePredictor.open(options.model())) {
            double threshold = options.thresholdOf(predictor.card()).orElse(0.5);
            SepsisCohort cohort = SepsisReader.read(options.data().toString(), options.data());
            out.printf(
                    "%s: %d stays; rows not used: %s%n",
                    cohort.name(), cohort.stays().size(), cohort.faults());
            List<Association> associations = new ArrayList<>();
            for (int hours : options.hours()) {
                associations.add(association(predictor, hours, cohort.stays(), threshold));
            }
            List<Stay> reference = new ArrayList<>();
            if (options.reference().isPresent()) {
                PredictionRun.cohort(options.reference().get(), out).recordings().stream()
                        .map(Stay::of)
                        .forEach(reference::add);
            }
            int last = options.lastHours();
            UnlabelledReport report = new UnlabelledReport(
                    options.subject(predictor.card()),
                    threshold,
                    associations,
                    reference.isEmpty() ? List.of() : spreads(predictor, reference, threshold),
                    Coverage.of(stays(lasting(cohort.stays(), last)), last),
                    reference.isEmpty() ? List.of() : Coverage.of(reference, last));
            report.write(options.report());
            Path page = options.report().resolve(Report.HTML);
            out.println("report: " + page);
            return report;
        }
    }

    private Association association(BundlePredictor predictor, int hours, List<SepsisStay> all, double threshold) {
        List<SepsisStay> stays = lasting(all, hours);
        float[] probabilities = BundlePredictor.probabilities(predictor.after(hours, stays(stays)));
        Association association = Association.of(
                hours,
                stays,
                probabilities,
                threshold,
                new Bootstrap(
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

    private List<Spread> spreads(BundlePredictor predictor, List<Stay> reference, double threshold) {
        return options.hours().stream()
                .map(hours -> Spread.of(BundlePredictor.probabilities(predictor.after(hours, reference)), threshold))
                .toList();
    }

    private static List<SepsisStay> lasting(List<SepsisStay> stays, int hours) {
        return stays.stream().filter(stay -> stay.hours() >= hours).toList();
    }

    private static List<Stay> stays(List<SepsisStay> stays) {
        return stays.stream().map(stay -> Stay.of(stay.recording())).toList();
    }
}
