package org.vigie.training.command.synthetic;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
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
        List<LabelledStay> members = half(plan.recorded().examples(out));
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

    /** Returns one of two halves with the same share of deaths. No patient has stays in both. */
    private List<LabelledStay> half(List<LabelledStay> stays) throws IOException {
        int[] halves = plan.recorded().drawnFolds(stays, 2, plan.seed());
        List<LabelledStay> half = new ArrayList<>();
        for (int i = 0; i < halves.length; i++) {
            if (halves[i] == 0) {
                half.add(stays.get(i));
            }
        }
        return half;
    }
}
