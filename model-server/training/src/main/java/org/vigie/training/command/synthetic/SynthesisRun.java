package org.vigie.training.command.synthetic;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.training.command.evaluate.EvaluationRun;
import org.vigie.training.command.predict.PredictionRun;
import org.vigie.training.feature.FoldAssignment;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.synthetic.SyntheticFolder;

/** Makes synthetic stays out of half of the recorded ones and writes them. */
record SynthesisRun(SynthesisPlan plan, PrintStream out) {
    /**
     * Holds the answer of the command.
     *
     * @param members recorded stays that were used
     * @param shared folder of the synthetic stays
     */
    record SynthesisSummary(String method, int stays, int deaths, int members, String shared) {
        String text() {
            return "%s: %d stays, %d deaths, out of %d recorded stays -> %s"
                    .formatted(method, stays, deaths, members, shared);
        }
    }

    SynthesisSummary run(SyntheticFolder folder) throws IOException {
        List<LabelledStay> members = half(recorded(plan, out), plan.seed());
        long died = members.stream().filter(LabelledStay::died).count();
        int deaths = (int) Math.max(1, Math.round((double) plan.stays() * died / members.size()));
        List<LabelledStay> synthetic = plan.settings()
                .synthesize(members, deaths, plan.stays() - deaths, new SynthesisConsole(out, plan.stays()));
        folder.write(synthetic, members);
        plan.write(folder);
        return new SynthesisSummary(
                plan.method().toString(),
                synthetic.size(),
                deaths,
                members.size(),
                folder.shared().toString());
    }

    static List<LabelledStay> recorded(SynthesisPlan plan, PrintStream out) throws IOException {
        Path data = Path.of(plan.data());
        return EvaluationRun.examples(
                PredictionRun.setIn(data, plan.set()), data.resolve("Outcomes-" + plan.set() + ".txt"), out);
    }

    /** Returns one of two halves with the same share of deaths. */
    private static List<LabelledStay> half(List<LabelledStay> stays, long seed) {
        int[] halves = FoldAssignment.drawStratified(stays, 2, seed);
        List<LabelledStay> half = new ArrayList<>();
        for (int i = 0; i < halves.length; i++) {
            if (halves[i] == 0) {
                half.add(stays.get(i));
            }
        }
        return half;
    }
}
