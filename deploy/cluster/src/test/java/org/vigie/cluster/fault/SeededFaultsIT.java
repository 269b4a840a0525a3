package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cluster.ClusterConfig;
import org.vigie.cluster.ClusterNode;
import org.vigie.cluster.ClusterPorts;
import org.vigie.cluster.ClusterStart;
import org.vigie.cluster.NodeKind;
import org.vigie.cluster.RollingRestart;
import org.vigie.cluster.VigieBuild;
import org.vigie.cluster.process.ProcessFolder;
import org.vigie.local.WardConsole;
import org.vigie.simulator.patient.PatientVariability;

/**
 * Runs a whole cluster and breaks parts of it. The start of nineteen processes takes minutes on two processors, so that the suite leaves this
 * test out: {@code ./mvnw verify -pl deploy/cluster -Dexcluded.its=none}.
 */
@Tag("cluster")
class SeededFaultsIT {
    @TempDir
    Path directory;

    @Test
    void nothingIsLostOrDoubledWhenPartsFail() throws Exception {
        // given
        Path scenario = new EpisodeScenario(2).write(directory);
        var config = new ClusterConfig(
                new ProcessFolder(directory.resolve("cluster")),
                new ClusterPorts(2_000),
                2,
                1,
                1,
                scenario.toString(),
                false,
                PatientVariability.NONE,
                Path.of(System.getProperty("vigie.repository")));
        List<String> processes = NodeKind.all().stream().map(ClusterNode::name).toList();
        List<PlannedFault> faults = new FaultPlan(1, List.of(FaultKind.KILL, FaultKind.POISON), processes).draw(2);
        var console = new WardConsole(System.out);

        // when
        try (var disks = SmallDisks.mount(config.folder(), faults, console::print);
                var cluster = new ClusterStart(config, console).run();
                var run = new FaultRun(
                        cluster,
                        new RollingRestart(cluster, List.of(VigieBuild.ofThisProcess(config.repository()))),
                        disks,
                        console::print)) {
            FaultReport report = run.run(faults);

            // then
            assertThat(report.isGood()).as(report.text()).isTrue();
            assertThat(report.faults()).isEqualTo(2);
        }
    }
}
