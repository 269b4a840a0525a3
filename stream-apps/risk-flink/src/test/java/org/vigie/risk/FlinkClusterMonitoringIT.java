package org.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.risk.FlinkConfig.DeploymentMode;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.broker.UnusedPort;

/** Tests that a Flink cluster with the example configuration serves the job's metrics and its health, as docs/monitoring.md says. */
@ExtendWith(EmbeddedKafkaExtension.class)
class FlinkClusterMonitoringIT {
    private static final Path EXAMPLE = Path.of("cluster");
    /** Flink tells -1 until the first checkpoint is complete, and then the milliseconds since 1970. */
    private static final String CHECKPOINT_COMPLETED =
            "flink_jobmanager_job_lastCheckpointCompletedTimestamp\\{[^}]*} 1\\.\\d+E12";

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private MiniCluster cluster;

    @AfterEach
    void stop() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void theClusterServesTheJobsMetricsAndItsHealth(KafkaTestNamespace namespace) throws Exception {
        // given
        int port = UnusedPort.find().number();
        cluster = cluster(port);
        cluster.start();

        // when
        cluster.submitJob(job(namespace)).get();

        // then
        URI rest = cluster.getRestAddress().get();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(get(rest.resolve("/jobs/overview")))
                        .contains("\"name\":\"risk-flink\"", "\"state\":\"RUNNING\""));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(get(URI.create("http://127.0.0.1:" + port + "/metrics")))
                        .contains("flink_taskmanager_job_task_operator_numRecordsIn{")
                        .contains("flink_jobmanager_job_numberOfCompletedCheckpoints{")
                        .containsPattern(CHECKPOINT_COMPLETED)
                        .contains("operator_name=\"window\"", "operator_name=\"score\""));
    }

    /** Starts no process: the job manager and one task manager run in this JVM and share one page of metrics. */
    private MiniCluster cluster(int metricsPort) throws IOException {
        Configuration flink = FlinkOptionsFactory.local(config(), Optional.empty());
        flink.addAll(GlobalConfiguration.loadConfiguration(EXAMPLE.toString()));
        // RocksDB is not on the class path of this JVM.
        flink.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        flink.setString("metrics.reporter.prom.port", Integer.toString(metricsPort));
        Files.createDirectories(directory.resolve("tmp"));
        return new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build());
    }

    private JobGraph job(KafkaTestNamespace namespace) {
        RiskConfig ordinary = RiskConfig.defaults();
        var kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 1);
        namespace.kafka().createTopics(kafka.topics());
        var env =
                StreamExecutionEnvironment.getExecutionEnvironment(FlinkOptionsFactory.job(config(), Optional.empty()));
        RiskFlink.job(new RiskConfig(kafka, ordinary.scorer(), ordinary.window(), ordinary.score(), config()))
                .build(env);
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName(RiskFlink.NAME);
        return graph.getJobGraph();
    }

    private FlinkConfig config() {
        return new FlinkConfig(DeploymentMode.CLUSTER, directory, Duration.ofSeconds(1), 1, 0);
    }

    private String get(URI page) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                .body();
    }
}
