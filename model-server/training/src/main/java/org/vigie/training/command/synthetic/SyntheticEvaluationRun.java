package org.vigie.training.command.synthetic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.platform.report.ReportTable;
import org.vigie.training.command.predict.RecordedSet;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.adversarial.TrainingBudget;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.report.SyntheticReport;
import org.vigie.training.synthetic.PrivacyMeasures;
import org.vigie.training.synthetic.RebalancingGain;
import org.vigie.training.synthetic.SynthesisConfig;
import org.vigie.training.synthetic.SyntheticFolder;
import org.vigie.training.synthetic.SyntheticSplit;
import org.vigie.training.synthetic.UtilityMeasures;

/** Evaluates a synthesis and writes its report: privacy first, then utility, then rebalancing. */
record SyntheticEvaluationRun(
        SyntheticFolder folder, BoostedTreesConfig trees, Optional<Duration> foldBudget, PrintStream out) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Holds the answer of the command. */
    record SyntheticEvaluation(
            String method,
            int stays,
            @JsonProperty("recorded_stays") int recordedStays,
            @JsonUnwrapped PrivacyMeasures privacy,
            @JsonUnwrapped UtilityMeasures utility,
            RebalancingGain rebalancing) {}

    SyntheticEvaluation run() throws IOException {
        SynthesisPlan plan = SynthesisPlan.read(folder);
        List<LabelledStay> recorded = plan.recorded().examples(out);
        SyntheticSplit split = split(recorded);
        out.println("privacy: distances of " + split.synthetic().size() + " stays");
        PrivacyMeasures privacy = split.privacy();
        out.println("utility: two forests of trees");
        UtilityMeasures utility = UtilityMeasures.of(split, trees);
        RebalancingGain rebalancing = RebalancingGain.of(
                settings(plan),
                recorded,
                CrossValidationFolds.of(plan.recorded().drawnFolds(recorded, RebalancingGain.FOLDS, plan.seed())),
                trees,
                wanted -> new SynthesisConsole(out, wanted),
                fold -> out.println("rebalancing: fold " + fold + " is done"));
        SyntheticEvaluation answer = new SyntheticEvaluation(
                plan.method().toString(), split.synthetic().size(), recorded.size(), privacy, utility, rebalancing);
        Files.writeString(folder.privateFile("report.json"), JSON.writeValueAsString(answer) + "\n");
        report(answer, split).write(folder.privateFile("report.html"));
        Files.writeString(folder.shared().resolve("data-card.md"), new SyntheticDataCard(answer).text());
        return answer;
    }

    private static SyntheticReport report(SyntheticEvaluation answer, SyntheticSplit split) {
        return new SyntheticReport(
                answer.stays() + " synthetic stays by " + answer.method(),
                answer.privacy().mayBeShared(),
                new ReportTable(List.of("measure", "value"), answer.privacy().rows()),
                new ReportTable(List.of("measure", "value"), answer.utility().rows()),
                new ReportTable(
                        List.of("metric", "without", "with"),
                        answer.rebalancing().rows()),
                split);
    }

    private SynthesisConfig settings(SynthesisPlan plan) {
        SynthesisConfig whole = plan.settings();
        TrainingBudget part = whole.training().part(RebalancingGain.FOLDS);
        TrainingBudget training = new TrainingBudget(foldBudget.orElse(part.time()), part.steps());
        return new SynthesisConfig(whole.method(), whole.seed(), training);
    }

    private SyntheticSplit split(List<LabelledStay> recorded) throws IOException {
        Set<Integer> members = folder.members();
        return new SyntheticSplit(
                recorded.stream()
                        .filter(stay -> members.contains(stay.stay().id()))
                        .toList(),
                recorded.stream()
                        .filter(stay -> !members.contains(stay.stay().id()))
                        .toList(),
                new RecordedSet(folder.shared(), "a").examples(out));
    }
}
