package org.vigie.training.command.train;

import java.io.PrintStream;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.ModelCard.GateOutcome;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.gate.GateThresholds;

/** Checks whether the out-of-fold predictions of whole stays reach the gate for export. */
record ModelGateCheck(TrainOptions options, GateThresholds thresholds, PrintStream out) {
    /** @throws GateNotPassedException when the model does not pass and export is not forced */
    GateOutcome of(
            List<LabelledStay> examples, CalibratedEnsemble ensemble, NavigableMap<Integer, float[]> probabilities)
            throws GateNotPassedException {
        List<String> failures = thresholds.failures(SurvivalEvaluation.of(
                examples,
                probabilities.tailMap(probabilities.lastKey(), true),
                OptionalDouble.of(ensemble.threshold()),
                new BootstrapEstimator(1, options.seed())));
        failures.forEach(failure -> out.println("gate: " + failure));
        return outcome(failures);
    }

    private GateOutcome outcome(List<String> failures) throws GateNotPassedException {
        if (!failures.isEmpty() && !options.force()) {
            throw new GateNotPassedException("the model does not pass " + options.gate()
                    + " and is not exported (--force): " + String.join("; ", failures));
        }
        out.println(failures.isEmpty() ? "gate: passed" : "gate: NOT passed, exported by force");
        return new GateOutcome(failures, !failures.isEmpty());
    }
}
