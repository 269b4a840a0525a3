package org.vigie.risk;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.BrokerHealthCheck;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.monitoring.PortHealthCheck;
import org.vigie.risk.impute.ImputeConfig;
import org.vigie.risk.kafka.KafkaConnectors;
import org.vigie.risk.monitoring.FlinkLocalReporterFactory;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Window;
import org.vigie.schemas.topic.TopicCatalogue;

/** Runs the job on a Flink in this JVM. It resumes from the newest checkpoint of its directory. */
public final class RiskFlink implements MonitoredApp {
    /** Name of the job, of its consumer group, and of the app in records.quarantined. */
    public static final String NAME = "risk-flink";

    private static final Logger LOG = LoggerFactory.getLogger(RiskFlink.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final JobClient job;
    private final JobStateQuery query;
    private final FlinkConfig settings;
    private final AppMonitor monitor = new AppMonitor(NAME);
    private final BrokerHealthCheck broker;

    private RiskFlink(JobClient job, RiskConfig config) {
        this.job = job;
        this.query = new JobStateQuery(job);
        this.settings = config.flink();
        this.broker = new BrokerHealthCheck(config.kafka());
        monitor.registry().register(FlinkLocalReporterFactory.metrics());
        monitor.addLiveness(query.check("job", state -> !hasEnded(state)))
                .addReadiness(query.check("job running", RiskFlink::isRunning))
                .addReadiness(broker)
                .addReadiness(
                        new PortHealthCheck("model server", config.scorer().servers()));
    }

    /** Starts Flink and the job. */
    public static RiskFlink start(RiskConfig config) throws Exception {
        FlinkConfig settings = config.flink();
        Files.createDirectories(settings.checkpoints());
        Files.createDirectories(settings.directory().resolve("tmp"));
        var resumeFrom = new CheckpointFinder(settings.checkpoints()).newest();
        resumeFrom.ifPresent(checkpoint -> LOG.info("{} resumes from {}", NAME, checkpoint));
        var env = StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(
                FlinkOptionsFactory.local(settings, resumeFrom));
        job(config).build(env);
        return new RiskFlink(env.executeAsync(NAME), config);
    }

    /** Submits the job to the cluster that runs this {@code main}. It goes on from its newest checkpoint. */
    static void submit(RiskConfig config) throws Exception {
        var cluster = StreamExecutionEnvironment.getExecutionEnvironment().getConfiguration();
        var resumeFrom = new ClusterResumption(config.flink()).checkpoint(cluster);
        resumeFrom.ifPresent(checkpoint -> LOG.info("{} resumes from {}", NAME, checkpoint));
        var env =
                StreamExecutionEnvironment.getExecutionEnvironment(FlinkOptionsFactory.job(config.flink(), resumeFrom));
        job(config).build(env);
        env.executeAsync(NAME);
    }

    /** Builds the job with the broker and the model server of {@code config}. */
    static RiskJob job(RiskConfig config) {
        TopicCatalogue topics = config.kafka().topics();
        KafkaConnectors kafka = new KafkaConnectors(config.kafka(), NAME);
        InferenceClientConfig scorer = config.scorer();
        return new RiskJob(
                new RiskJob.JobConnectors(
                        kafka.source(topics.observationsClean()),
                        kafka.source(topics.staysCurrent()),
                        kafka.sink(topics.windowsHourly(), Window::getStay),
                        kafka.sink(topics.scoresSurvival(), RiskScore::getStay),
                        kafka.quarantine()),
                scorer::openScorer,
                estimators(config)::openEstimator,
                config);
    }

    /** Returns the connection to the imputer; without one it is never opened. */
    private static InferenceClientConfig estimators(RiskConfig config) {
        ImputeConfig impute = config.impute();
        return impute.isUsed()
                ? config.scorer().withModel(impute.model(), impute.version(), impute.timeout())
                : config.scorer();
    }

    /**
     * Waits until Flink runs the job. Its steps may still be opening their connections then.
     *
     * @throws TimeoutException when the job is not running within {@code timeout}
     */
    public void awaitRunning(Duration timeout) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!isRunning(query.state())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(NAME + " was not running within " + timeout + ", state " + query.state());
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    /** Returns true once the job has ended, for whatever reason. */
    boolean hasEnded() {
        return hasEnded(query.state());
    }

    private static boolean hasEnded(Optional<JobStatus> state) {
        return state.filter(JobStatus::isTerminalState).isPresent();
    }

    private static boolean isRunning(Optional<JobStatus> state) {
        return state.equals(Optional.of(JobStatus.RUNNING));
    }

    /**
     * Stops between two records with a savepoint, so that nothing is sent twice after a restart. If the savepoint fails, the job stops at
     * once.
     */
    @Override
    public void close() {
        String checkpoints = settings.checkpoints().toUri().toString();
        try {
            wait(job.stopWithSavepoint(false, checkpoints, SavepointFormatType.CANONICAL));
        } catch (CompletionException e) {
            LOG.warn(
                    "{} stopped without a savepoint and will resume from its newest checkpoint: {}",
                    NAME,
                    e.toString());
            halt();
        }
        broker.close();
    }

    /** Stops at once, as in a crash. The checkpoints remain. */
    void halt() {
        try {
            wait(job.cancel());
        } catch (CompletionException e) {
            LOG.warn("{} did not stop: {}", NAME, e.toString());
        }
    }

    private static void wait(CompletableFuture<?> stopped) {
        stopped.orTimeout(CLOSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
