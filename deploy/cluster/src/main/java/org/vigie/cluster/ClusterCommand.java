package org.vigie.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vigie.cluster.comparison.AlarmComparison;
import org.vigie.cluster.comparison.OneJvmWard;
import org.vigie.local.DemoReport;
import org.vigie.local.DemoRun;
import org.vigie.local.EarlierProcesses;
import org.vigie.local.OwnersFolder;
import org.vigie.local.WardConsole;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the whole ward as separate processes on this machine: {@code ./vigie cluster}. */
@Command(
        name = "cluster",
        sortOptions = false,
        description = {
            "Runs the whole ward as separate processes on this machine, on loopback only: three brokers, a Flink session cluster with two task managers,",
            "two processes of each Streams app and of the model server, and one of each other part. A process that ends is started again. Ctrl-C stops all."
        })
public final class ClusterCommand implements Callable<Integer> {
    @Mixin
    ClusterOptions options = new ClusterOptions();

    @Option(names = "--for", paramLabel = "TIME", description = "Ends by itself after TIME live: 90s, 5m, 1h.")
    Optional<Duration> runFor = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes what was counted as JSON when it ends.")
    Optional<Path> report = Optional.empty();

    @Option(
            names = "--compare",
            description =
                    "Then plays the same ward in one JVM and compares the alarms of both; needs --for and a folder without earlier data.")
    boolean compare;

    @Spec
    CommandSpec spec;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws Exception {
        if (json.isChosen() && runFor.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--json: needs --for, because the answer is the report at the end");
        }
        if (compare && options.backfillHours != OneJvmWard.PAST.toHours()) {
            throw new ParameterException(
                    spec.commandLine(), "--compare: needs --backfill-hours 48, as the ward in one JVM has");
        }
        return run(options.config(), new WardConsole(json.progress()));
    }

    private int run(ClusterConfig config, WardConsole console) throws Exception {
        new OwnersFolder(config.folder().root()).make();
        new EarlierProcesses(config.folder().root()).refuse();
        try (var cluster = new ClusterStart(config, console).run();
                var page = StatusPage.start(config.ports().statusPage(), new ClusterStatus(cluster)::report);
                var run = DemoRun.of(cluster, console)) {
            console.print("Open " + page.address() + " for the processes and " + cluster.page() + " for the unit; "
                    + cluster.config().accessFolder().resolve("login-code")
                    + " holds the code for its page login?code=...");
            return runFor.isPresent() ? report(run, cluster, runFor.get()) : runUntilStopped(run);
        }
    }

    private int report(DemoRun run, RunningCluster cluster, Duration time) throws Exception {
        DemoReport counted = run.run(live -> live.plus(time));
        report.ifPresent(counted::write);
        json.print(spec.commandLine().getOut(), counted.text(), counted);
        spec.commandLine().getOut().flush();
        boolean same = !compare || isAsInOneJvm(cluster, time);
        return counted.isGood() && same ? CommandRunner.DONE : CommandRunner.NO;
    }

    private boolean isAsInOneJvm(RunningCluster cluster, Duration time) throws InterruptedException {
        ClusterConfig config = cluster.config();
        var oneJvm = new OneJvmWard(config.folder(), options.ofDemo(), config.models());
        Path simulator = config.folder().state(NodeKind.BEDSIDE_SIMULATOR.word());
        AlarmComparison found = oneJvm.compare(config.kafka(), simulator, time, cluster::close);
        json.progress().println(found.text());
        return found.isGood();
    }

    private static int runUntilStopped(DemoRun run) throws Exception {
        run.announceWhenLive();
        new CountDownLatch(1).await();
        return CommandRunner.DONE;
    }
}
