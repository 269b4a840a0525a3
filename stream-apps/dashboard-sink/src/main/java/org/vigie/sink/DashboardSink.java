package org.vigie.sink;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.BrokerHealthCheck;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HeartbeatCheck;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.platform.retry.RetryClosedException;
import org.vigie.platform.retry.RetryExecutor;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.sink.store.DependencyUnavailableException;
import org.vigie.sink.store.StoreSchema;
import org.vigie.sink.store.StoreWriter;

/**
 * Stores the records of the ward's topics, at least once and without duplicates.
 *
 * <pre>
 * observations.clean ----+
 * observations.rejected -+-> readings
 * windows.hourly --------+-> cells
 * scores.survival -------+-> scores, contributions
 * alerts.ledger ---------+-> alerts
 * triage.current --------+-> triage
 * stays.current ---------+-> bed_movements
 * alarms.episodes -------+-> alarm_episodes
 * alarms.load -----------+-> alarm_loads
 * rows.rejected ---------+
 * records.quarantined ---+-> refused
 *                        +-> rows.rejected, records.quarantined   (what could not be stored or read)
 * </pre>
 *
 * One thread. It waits while the store, the registry or the broker does not answer; after any other failure it starts again from the
 * last commit.
 */
public final class DashboardSink implements MonitoredApp {
    /** Name of the app and metric tag. */
    public static final String NAME = "dashboard-sink";

    private static final Logger LOG = LoggerFactory.getLogger(DashboardSink.class);
    private static final ExponentialBackoff BACKOFF =
            ExponentialBackoff.doubling(Duration.ofMillis(50), Duration.ofSeconds(2));
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);
    private final SinkConfig config;
    private final AvroSerdes serdes;
    private final AppMonitor monitor = new AppMonitor(NAME);
    private final SinkCounters counters = new SinkCounters(monitor.registry());
    private final HeartbeatCheck heartbeat = new HeartbeatCheck("sink loop", LONGEST_ROUND, Clock.systemUTC());
    private final BrokerHealthCheck broker;
    private volatile String waitingFor = "";
    private final RetryExecutor retry =
            new RetryExecutor(BACKOFF, DependencyUnavailableException.class::isInstance, this::dependencyFailed);
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, NAME);

    private DashboardSink(SinkConfig config) {
        this.config = config;
        this.serdes = new AvroSerdes(config.kafka().registry());
        this.broker = new BrokerHealthCheck(config.kafka());
        HealthCheck store = HealthCheck.of(
                "store and registry",
                () -> ready.getCount() == 0 && waitingFor.isEmpty(),
                () -> waitingFor.isEmpty() ? config.storeUrl() + " takes rows" : waitingFor);
        monitor.addLiveness(heartbeat).addReadiness(store).addReadiness(broker);
    }

    /** Returns the consumer group of all sinks of a namespace. */
    public static String group(KafkaConnectionConfig kafka) {
        return "vigie-" + kafka.namespace() + "-" + NAME;
    }

    /** Starts it; returns at once. */
    public static DashboardSink start(SinkConfig config) {
        var sink = new DashboardSink(config);
        sink.thread.start();
        return sink;
    }

    /** Waits until the tables are there and it reads. @return false when it took longer */
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        return ready.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    public SinkCounters counters() {
        return counters;
    }

    /** Stores what was read so far when the store answers; else the next start reads it again. */
    @Override
    public void close() {
        retry.close();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        broker.close();
    }

    private void run() {
        while (!retry.isClosed()) {
            try {
                work();
            } catch (RetryClosedException e) {
                LOG.info("Closed while waiting; what was not stored is read again after the next start");
            } catch (RuntimeException e) {
                LOG.error("Starts again from the last commit", e);
                var unused = retry.isClosedWithin(BACKOFF.longest());
            }
        }
    }

    private void dependencyFailed(int retry, RuntimeException failure) {
        counters.retry();
        heartbeat.beat();
        waitingFor = String.valueOf(failure.getMessage());
        if (retry == 1) {
            LOG.warn("{}, waiting until it does: {}", failure.getMessage(), String.valueOf(failure.getCause()));
        }
    }

    private void roundDone() {
        heartbeat.beat();
        waitingFor = "";
    }

    private void work() {
        var schema = new StoreSchema(config.store(), config.tables());
        try (var deadLetters = new DeadLetterPublisher(config.kafka(), serdes, Clock.systemUTC());
                var writer = new StoreWriter(config.store(), schema);
                var consumer = new SinkConsumerFactory(config).consumer()) {
            retry.retryUntilDone(schema::create);
            ready.countDown();
            try {
                loop(consumer, writer, deadLetters).run();
            } finally {
                leaveWhenClosed(consumer);
            }
        }
    }

    /** Lets another sink take the partitions at once. A sink that starts again keeps its place in the group. */
    private void leaveWhenClosed(Consumer<?, ?> consumer) {
        if (retry.isClosed()) {
            consumer.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    private SinkLoop loop(Consumer<byte[], byte[]> consumer, StoreWriter writer, DeadLetterPublisher deadLetters) {
        var reader = new SinkRecordReader(config.kafka().topics(), config.tables(), serdes, deadLetters, counters);
        var batch = new RowBatch(config.batchRows(), config.linger());
        return new SinkLoop(
                consumer, reader, writer, deadLetters, batch, retry, counters, Clock.systemUTC(), this::roundDone);
    }
}
