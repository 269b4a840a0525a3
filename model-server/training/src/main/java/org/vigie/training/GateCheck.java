package org.vigie.training;

import java.io.PrintStream;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import org.vigie.inference.bundle.Ensemble;
import org.vigie.inference.bundle.ModelCard.Gate;
import org.vigie.training.evaluate.Bootstrap;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.feature.Example;
import org.vigie.training.gate.Demands;

/** Whether what was said of whole stays out of fold is good enough to be exported. */
record GateCheck(TrainOptions options, Demands demands, PrintStream out) {
    /** @throws GateNotPassed when the model does not pass and is not forced */
    Gate of(List<Example> examples, Ensemble ensemble, NavigableMap<Integer, float[]> probabilities)
            throws GateNotPassed {
        Judgement judgement = Judgement.of(
                examples,
                probabilities.tailMap(probabilities.lastKey(), true),
                OptionalDouble.of(ensemble.threshold()),
                new Bootstrap(1, options.seed()));
        List<String> failures = demands.failures(judgement);
        failures.forEach(failure -> out.println("gate: " + failure));
        if (!failures.isEmpty() && !options.force()) {
            throw new GateNotPassed("the model does not pass " + options.gate() + " and is not exported (--force): "
                    + String.join("; ", failures));
        }
        out.println(failures.isEmpty() ? "gate: passed" : "gate: NOT passed, exported by force");
        return new Gate(failures, !failures.isEmpty());
    }
}
