package org.vigie.platform.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.BrokerHealthCheck;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HealthResult;
import org.vigie.platform.monitoring.KafkaClientMetrics;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.monitoring.StreamsStepMetrics;
import org.vigie.platform.monitoring.TopicsHealthCheck;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topology.TopologyStores;
import org.vigie.platform.topology.TopologyTopics;

/**
 * Runs one Kafka Streams topology. At-least-once without batching delay: outputs carry deterministic ids, so that a record sent
 * twice is harmless, and an alarm does not wait for a transaction. Instances of an app share its partitions; each has its own name and
 * state directory.
 */
public final class StreamsApp implements MonitoredApp {
    /** Configures the changelog of a store with one small state per key. Small segments are deleted soon when they are outdated. */
    public static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(16 << 20),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.2",
            TopicConfig.DELETE_RETENTION_MS_CONFIG, "3600000");

    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    /** Names the only instance of an app. */
    public static final String ONLY_INSTANCE = "1";

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final String name;
    private final KafkaStreams streams;
    private final AppMonitor monitor;
    private final BrokerHealthCheck broker;
    private final TopicsHealthCheck topics;
    private final CountDownLatch running = new CountDownLatch(1);
    private final ClosingSignal closing = new ClosingSignal();
    private final CompletableFuture<String> stopped = new CompletableFuture<>();

    private StreamsApp(String name, KafkaConnectionConfig kafka, KafkaStreams streams, Set<String> needed) {
        this.name = name;
        this.streams = streams;
        this.broker = new BrokerHealthCheck(kafka);
        this.topics = new TopicsHealthCheck(needed, broker::topics);
        this.monitor = new AppMonitor(name)
                .addLiveness(HealthCheck.of("stream threads", this::isAlive, streams::state))
                .addReadiness(HealthCheck.of("streams", this::isProcessing, streams::state))
                .addReadiness(broker)
                .addReadiness(topics);
        monitor.registry().register(new KafkaClientMetrics(monitor.labels(), streams::metrics));
        monitor.registry().register(new StreamsStepMetrics(monitor.labels(), streams::metrics));
    }

    /** Starts the only instance of an app. */
    public static StreamsApp start(String name, Topology topology, KafkaConnectionConfig kafka, Path stateDir) {
        return start(name, topology, kafka, stateDir, ONLY_INSTANCE);
    }

    /**
     * Starts a topology.
     *
     * @param name of the app: consumer group and metric tag, within the namespace
     * @param stateDir for the stores' bookkeeping; created when missing; no other instance's
     * @param instance name among the instances of the app, the same at each start; two that run under one name fence each other
     */
    public static StreamsApp start(
            String name, Topology topology, KafkaConnectionConfig kafka, Path stateDir, String instance) {
        return start(name, topology, kafka, new StreamsInstance(stateDir, instance, 0));
    }

    /**
     * Starts a topology as one of several instances.
     *
     * @param name of the app: consumer group and metric tag, within the namespace
     */
    public static StreamsApp start(
            String name, Topology topology, KafkaConnectionConfig kafka, StreamsInstance instance) {
        var settings = new StreamsAppProperties(name, kafka, instance);
        var streams = new KafkaClients(kafka).opened(() -> new KafkaStreams(topology, settings.toProperties()));
        var app = new StreamsApp(name, kafka, streams, new TopologyTopics(topology, kafka.topics()).names());
        app.monitor
                .registry()
                .register(new StateSizeMetrics(streams, new TopologyStores(topology).names(), app.monitor.labels()));
        streams.setStateListener((now, before) -> app.enter(now));
        streams.setUncaughtExceptionHandler(app.replacement(settings)::replace);
        streams.start();
        var unused = CompletableFuture.runAsync(app::warnOfMissingTopics);
        return app;
    }

    private void warnOfMissingTopics() {
        HealthResult found = topics.check();
        if (!found.isUp()) {
            LOG.warn("{}: topics {}", name, found.detail());
        }
    }

    /** Returns the consumer group of an app. */
    public static String group(String name, KafkaConnectionConfig kafka) {
        return "vigie." + kafka.namespace() + "." + name;
    }

    /** @throws TimeoutException when it is not running by then */
    public void awaitRunning(Duration timeout) throws InterruptedException, TimeoutException {
        if (!running.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException(name + " was not running after " + timeout + ", state " + state());
        }
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    @Override
    public CompletionStage<String> stoppedByItself() {
        return stopped;
    }

    /** Returns figures of the topology and of its clients, by Kafka's names. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    /** A thread that could not be replaced leaves the state as it was. */
    private boolean isAlive() {
        return state() == KafkaStreams.State.CREATED || (state().isRunningOrRebalancing() && hasThread());
    }

    private boolean isProcessing() {
        return state() == KafkaStreams.State.RUNNING && hasThread();
    }

    private boolean hasThread() {
        return !streams.metadataForLocalThreads().isEmpty();
    }

    /** Returns the number of tasks of this instance: one per partition and part of the topology. */
    public int tasks() {
        return streams.metadataForLocalThreads().stream()
                .mapToInt(thread -> thread.activeTasks().size())
                .sum();
    }

    /** Leaves the group, so that another instance takes the partitions at once and not after the session's timeout. */
    @Override
    public void close() {
        closing.close();
        streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        broker.close();
    }

    private void enter(KafkaStreams.State state) {
        LOG.info("{} is {}", name, state.name().toLowerCase(Locale.ROOT));
        if (state == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (state == KafkaStreams.State.ERROR && !closing.isClosed()) {
            stopped.complete(name + " stopped; the log names the cause");
        }
    }

    private StreamThreadReplacement replacement(StreamsAppProperties settings) {
        var nameCheck =
                new InstanceNameCheck(() -> broker.memberNames(settings.groupName()), settings.memberName(), closing);
        return new StreamThreadReplacement(name, new MissingThreads(), nameCheck, closing, stopped::complete);
    }

    private final class MissingThreads implements StreamThreadReplacement.StreamThreads {
        @Override
        public boolean isMissing() {
            return state().isRunningOrRebalancing() && !hasThread();
        }

        @Override
        public void add() {
            var unused = streams.addStreamThread();
        }
    }
}
