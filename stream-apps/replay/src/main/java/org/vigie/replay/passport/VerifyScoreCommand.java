package org.vigie.replay.passport;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.serde.AvroSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes recorded scores again: {@code ./vigie verify score}. */
@Command(
        name = "score",
        description = {
            "Computes scores again from their windows, with the named model and version of a running model server.",
            "Prints SAME, DIFF with the first field that differs, or UNKNOWN with the reason. It writes to no topic.",
            "Exit code 0: all are the same; 1: one differs; 2: one could not be computed, or none was found."
        })
final class VerifyScoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "A score as STAY:REVISION, or a STAY for all its scores.")
    String id = "";

    @Option(
            names = "--model-server",
            paramLabel = "URL",
            description = "Model server: scorer.url (default: ${DEFAULT-VALUE}).")
    String server = InferenceClientConfig.defaults().url();

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            description = "Relative difference of two numbers that counts as equal (default: ${DEFAULT-VALUE}).")
    double tolerance = 1e-6;

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws InterruptedException {
        var broker = kafka.requireBroker();
        var recorded = new RecordedScores(broker, new AvroSerdes(broker.registry()));
        List<PlacedRecord<RiskScore>> scores = recorded.scores(id);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("ID: scores.survival holds no score '" + id
                    + "'; STAY:REVISION or a STAY was expected, as ./vigie board --at prints them");
        }
        new PassportAudit(broker, spec.commandLine().getErr())
                .record(scores.stream().map(score -> score.value().getStay()), "scores");
        var report = new PassportReport(verified(scores, recorded.windows(scores)));
        json.print(spec.commandLine().getOut(), report.toString(), report.figures());
        return report.exitCode();
    }

    private List<PassportAnswer> verified(
            List<PlacedRecord<RiskScore>> scores, RecordedScores.RecordedWindows windows) {
        var passport = new ScorePassport(ScorePassport.ofServer(server), tolerance);
        return scores.stream()
                .map(score -> passport.verify(score.value(), windows.of(score.value())))
                .toList();
    }
}
