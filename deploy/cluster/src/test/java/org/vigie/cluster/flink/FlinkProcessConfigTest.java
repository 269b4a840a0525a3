package org.vigie.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.risk.monitoring.FlinkMonitoringReporterFactory;

/** Tests the settings of a Flink session cluster. */
class FlinkProcessConfigTest {
    private static final TaskManagerPorts OWN = new TaskManagerPorts(16_071, 16_072);

    private final FlinkProcessConfig settings = new FlinkProcessConfig(new FlinkSessionPorts(16_060, 16_061, 16_062));
    private final Map<String, String> manager = settings.jobManager(Path.of("/jm"));
    private final Map<String, String> worker = settings.taskManager("flink-taskmanager-1", OWN, Path.of("/tm"));

    @Test
    void everyAddressIsLoopback() {
        assertThat(manager)
                .containsEntry("rest.bind-address", "127.0.0.1")
                .containsEntry("jobmanager.bind-host", "127.0.0.1");
        assertThat(worker)
                .containsEntry("taskmanager.bind-host", "127.0.0.1")
                .containsEntry("taskmanager.rpc.port", "16071");
    }

    @Test
    void theRestPortTakesJobsAndRefusesForeignPages() {
        assertThat(manager)
                .containsEntry("web.submit.enable", "true")
                .containsEntry("vigie.web.loopback", "true")
                .containsEntry("web.access-control-allow-origin", "http://127.0.0.1:16060");
    }

    @Test
    void theStateLiesInRocksDbAndCheckpointsAreIncremental() {
        assertThat(worker)
                .containsEntry("state.backend.type", "rocksdb")
                .containsEntry("execution.checkpointing.incremental", "true");
    }

    @Test
    void eachProcessServesItsMetricsAndItsHealthOnAPortOfItsOwn() {
        assertThat(manager)
                .containsEntry("metrics.reporters", "vigie")
                .containsEntry("metrics.reporter.vigie.factory.class", FlinkMonitoringReporterFactory.class.getName())
                .containsEntry("metrics.reporter.vigie.port", "16062");
        assertThat(worker).containsEntry("metrics.reporter.vigie.port", "16072");
    }

    @Test
    void aProcessIsMissedAfterSixSeconds() {
        assertThat(manager).containsEntry("heartbeat.timeout", "6000");
        assertThat(worker).containsEntry("heartbeat.timeout", "6000");
    }
}
