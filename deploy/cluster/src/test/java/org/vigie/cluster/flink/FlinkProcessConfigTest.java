package org.vigie.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the settings of a Flink session cluster. */
class FlinkProcessConfigTest {
    private final FlinkProcessConfig settings = new FlinkProcessConfig(new FlinkSessionPorts(16_060, 16_061));

    @Test
    void everyAddressIsLoopback() {
        // when
        Map<String, String> manager = settings.jobManager(Path.of("/jm"));
        Map<String, String> worker = settings.taskManager("flink-taskmanager-1", 16_071, Path.of("/tm"));

        // then
        assertThat(manager)
                .containsEntry("rest.bind-address", "127.0.0.1")
                .containsEntry("jobmanager.bind-host", "127.0.0.1");
        assertThat(worker)
                .containsEntry("taskmanager.bind-host", "127.0.0.1")
                .containsEntry("taskmanager.rpc.port", "16071");
    }

    @Test
    void theRestPortTakesJobsAndRefusesForeignPages() {
        // when
        Map<String, String> manager = settings.jobManager(Path.of("/jm"));

        // then
        assertThat(manager)
                .containsEntry("web.submit.enable", "true")
                .containsEntry("vigie.web.loopback", "true")
                .containsEntry("web.access-control-allow-origin", "http://127.0.0.1:16060");
    }

    @Test
    void theStateLiesInRocksDbAndCheckpointsAreIncremental() {
        // when
        Map<String, String> worker = settings.taskManager("flink-taskmanager-1", 16_071, Path.of("/tm"));

        // then
        assertThat(worker)
                .containsEntry("state.backend.type", "rocksdb")
                .containsEntry("execution.checkpointing.incremental", "true");
    }
}
