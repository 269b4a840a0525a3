package org.vigie.cluster.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.cluster.ClusterConfig;
import org.vigie.cluster.ClusterNode;
import org.vigie.cluster.ClusterOptions;
import org.vigie.cluster.ClusterStart;
import org.vigie.cluster.NodeKind;
import org.vigie.cluster.RollingRestart;
import org.vigie.cluster.VigieBuild;
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

/** Breaks parts of a cluster under load, and checks that nothing was lost or doubled: {@code ./vigie faults}. */
@Command(
        name = "faults",
        sortOptions = false,
        description = {
            "Runs a cluster (see 'cluster') in which each patient deteriorates again and again, breaks one part after the other, and checks after each",
            "fault: every reading has one verdict, each true episode one alarm, the ledger is whole, and every acknowledged HL7 message is stored.",
            "Exit code 1 when something was lost, doubled or broken. docs/faults.md explains the kinds."
        })
public final class FaultsCommand implements Callable<Integer> {
    @Option(names = "--faults", paramLabel = "M", description = "Number of faults (default: ${DEFAULT-VALUE}).")
    int faults = 20;

    @Option(
            names = "--kinds",
            paramLabel = "KIND",
            split = ",",
            description =
                    "Kinds to draw from, separated by commas (default: all): kill, pause, broker-gone, two-brokers-gone, "
                            + "disk-full, store-down, one-model-gone, model-dead, model-slow, poison, rebalance, clock-step. "
                            + "rolling-restart and rolling-infrastructure are drawn only when they are named.")
    List<String> kinds = List.of();

    @Mixin
    FaultTargetsOption targets = new FaultTargetsOption();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description =
                    "Starts the cluster with the build in another folder of Vigie. rolling-restart changes to this build, the next one back.")
    Optional<Path> from = Optional.empty();

    @Mixin
    ClusterOptions options = new ClusterOptions();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes what was counted as JSON when it ends.")
    Optional<Path> report = Optional.empty();

    @Spec
    CommandSpec spec;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws Exception {
        List<PlannedFault> planned = plan();
        ClusterConfig config = options.config();
        var console = new WardConsole(json.progress());
        new OwnersFolder(config.folder().root()).make();
        new EarlierProcesses(config.folder().root()).refuse();
        Path scenario = new EpisodeScenario(config.beds()).write(config.folder().root());
        List<VigieBuild> builds = builds(config);
        try (var disks = SmallDisks.mount(config.folder(), planned, console::print);
                var cluster = new ClusterStart(config.withScenario(scenario), builds.get(0), console).run();
                var run = new FaultRun(cluster, new RollingRestart(cluster, builds), disks, console::print)) {
            FaultReport counted = run.run(planned);
            report.ifPresent(counted::write);
            json.print(spec.commandLine().getOut(), counted.text(), counted);
            return counted.isGood() ? CommandRunner.DONE : CommandRunner.NO;
        }
    }

    private List<VigieBuild> builds(ClusterConfig config) {
        var here = VigieBuild.ofThisProcess(config.repository());
        return from.map(folder -> List.of(VigieBuild.in(folder), here)).orElse(List.of(here));
    }

    private List<PlannedFault> plan() {
        if (faults < 1) {
            throw new ParameterException(spec.commandLine(), "--faults: must be positive, was " + faults);
        }
        List<String> processes = NodeKind.all().stream().map(ClusterNode::name).toList();
        return new FaultPlan(options.seed(), drawnFrom(), processes, targets.processes()).draw(faults);
    }

    private List<FaultKind> drawnFrom() {
        if (kinds.isEmpty()) {
            return FaultKind.usual();
        }
        List<FaultKind> chosen = new ArrayList<>();
        for (String word : kinds) {
            chosen.add(FaultKind.of(word)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "--kinds: unknown kind '" + word + "', expected one of: "
                                    + String.join(", ", FaultKind.names()))));
        }
        return chosen;
    }
}
