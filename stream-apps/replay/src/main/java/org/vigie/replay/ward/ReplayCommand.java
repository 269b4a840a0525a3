package org.vigie.replay.ward;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.vigie.access.command.AccessOptions;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.command.PeriodOptions;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.control.ReplaySpeed;
import org.vigie.replay.engine.ReplayProgress;
import org.vigie.replay.namespace.NamespaceAdmin;
import org.vigie.replay.namespace.ReplayNamespace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays the past of a ward in a namespace of its own: {@code ./vigie replay}. */
@Command(
        name = "replay",
        subcommands = ReplayControlCommand.class,
        description = {
            "Runs the steps of a ward again on its recorded records and writes the results to --namespace.",
            "Times are append times of the broker: what the ward had received by then, and nothing later.",
            "A namespace begins with study-. No live topic is written, and no alarm is sent to anybody."
        })
public final class ReplayCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    PeriodOptions times = new PeriodOptions();

    @Mixin
    ReplaySourceOptions source = new ReplaySourceOptions();

    @Option(
            names = "--warm-up",
            paramLabel = "DURATION",
            description = "Time before --from that is replayed and not written; a window holds 48 hours"
                    + " (default: ${DEFAULT-VALUE}).")
    Duration warmUp = Duration.ofDays(2);

    @Option(
            names = "--ward",
            paramLabel = "NAME",
            description = "Namespace of the ward whose past is replayed (default: ${DEFAULT-VALUE}).")
    String ward = KafkaConnectionConfig.defaults().namespace();

    @Option(names = "--beds", split = ",", paramLabel = "BED", description = "Replays these beds only, such as REA/03.")
    List<String> beds = List.of();

    @Option(names = "--units", split = ",", paramLabel = "UNIT", description = "Replays the beds of these units only.")
    List<String> units = List.of();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Multiple of the recorded speed, or max (default: ${DEFAULT-VALUE}).")
    String speed = ReplaySpeed.max().toString();

    @Option(
            names = "--pause",
            description = "Waits at --from until ./vigie replay control, or the page of the replay, lets it go on.")
    boolean paused;

    @Option(
            names = "--compare",
            description =
                    "Compares verdicts, windows, scores, alerts and triage with those of the ward; exit code 1 when"
                            + " one differs.")
    boolean compares;

    @Mixin
    ReplayedStepOptions steps = new ReplayedStepOptions();

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws ExecutionException, InterruptedException, IOException {
        ReplayNamespace.checkedName(kafka.config().namespace());
        source.check(paused);
        if (source.dataDir.isEmpty()) {
            return replay(kafka.requireBroker());
        }
        try (var stopped = StoppedWardOpener.installed().open(source.dataDir.get(), source.studyDir)) {
            return replay(stopped.connection(kafka.config()));
        }
    }

    private int replay(KafkaConnectionConfig broker) throws ExecutionException, InterruptedException {
        try (var topics = new NamespaceAdmin(broker)) {
            Instant now = Instant.now();
            ReplayRequest request = request(broker, topics, now);
            PrintWriter err = spec.commandLine().getErr();
            var run = new ReplayRun(request, new ReplayProgress(err, InstantSource.system()));
            Instant oldest = request.period().from().minus(warmUp);
            if (source.isAudited()) {
                access.to(request.ward(), err, System.getenv()).requireEveryUnit(request.auditDetail());
            }
            topics.create(request.namespace(), request.ward(), Duration.between(oldest, now));
            ReplayResult result = run.run();
            json.print(spec.commandLine().getOut(), result.toString(), result.figures());
            return result.differs() ? CommandRunner.NO : CommandRunner.DONE;
        }
    }

    private ReplayRequest request(KafkaConnectionConfig broker, NamespaceAdmin topics, Instant now)
            throws ExecutionException, InterruptedException {
        KafkaConnectionConfig named = broker.withNamespace(ward);
        KafkaConnectionConfig live = source.archive.isPresent() ? named : topics.sized(named);
        var period = new PartitionPeriod(times.from(now), times.to(now));
        Instant knownAt = source.knownAt(period.to(), now);
        var read = new PartitionPeriod(period.from().minus(warmUp), knownAt);
        return new ReplayRequest(
                live,
                new ReplayNamespace(broker.namespace(), live),
                period,
                knownAt,
                warmUp,
                new BedSelection(beds, units),
                steps.steps(source.publishedRules(live, read), System.getenv()),
                source.records(),
                ReplaySpeed.parse("--speed", speed),
                paused,
                compares);
    }
}
