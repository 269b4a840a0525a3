package org.vigie.replay.passport;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.replay.namespace.WardOfReplay;
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
    double tolerance = ScorePassport.TOLERANCE;

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws InterruptedException {
        var broker = kafka.requireBroker();
        var ward = new WardOfReplay(broker).connection();
        var asking = access.to(ward, spec.commandLine().getErr(), System.getenv());
        var reads = new DecidedPassportReads(asking, "scores");
        var passport = new ScorePassport(ScorePassport.ofServer(server), tolerance);
        List<PassportAnswer> answers = new PassportVerification(broker, reads).scores(id, passport);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("ID: scores.survival holds no score '" + id
                    + "'; STAY:REVISION or a STAY was expected, as ./vigie board --at prints them");
        }
        var report = new PassportReport(answers);
        json.print(spec.commandLine().getOut(), report.toString(), report.figures());
        return report.exitCode();
    }
}
