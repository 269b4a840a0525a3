package org.vigie.simulator;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.BrokerHealthCheck;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.platform.retry.RetryExecutor;
import org.vigie.schemas.Truth;
import org.vigie.simulator.recording.RecordingLibrary;
import org.vigie.simulator.ward.SimulatedWard;

/**
 * Plays a simulated ward on to the topics: first its past as fast as possible, then live.
 *
 * <p>A restart on the same state directory continues where the last run stopped, also after a kill. No record is sent twice and none is
 * left out. One thread does all the work.
 */
public final class BedsideSimulator implements MonitoredApp {
    private static final Logger LOG = LoggerFactory.getLogger(BedsideSimulator.class);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final SimulatorConfig config;
    private final Clock wall;
    private final SimulatedWard ward;
    private final PublishedCounter published = new PublishedCounter();
    private final CountDownLatch live = new CountDownLatch(1);
    private final RetryExecutor retry = new RetryExecutor(
            ExponentialBackoff.constant(RETRY_PAUSE), KafkaException.class::isInstance, BedsideSimulator::failed);
    private final Thread thread = new Thread(this::run, "bedside-simulator");
    private final AppMonitor monitor = new AppMonitor("bedside-simulator");
    private final BrokerHealthCheck broker;
    private volatile SimulationCheckpoint checkpoint;
    private volatile RuntimeException broken;

    private BedsideSimulator(SimulatorConfig config, Clock wall, SimulationCheckpoint checkpoint) {
        this.config = config;
        this.wall = wall;
        this.checkpoint = checkpoint;
        this.broker = new BrokerHealthCheck(config.kafka());
        monitor.addLiveness(HealthCheck.of("player", this::isPlaying, () -> isPlaying() ? "plays" : "stopped"))
                .addReadiness(HealthCheck.of(
                        "live", () -> live.getCount() == 0, () -> live.getCount() == 0 ? "live" : "plays the past"))
                .addReadiness(broker);
        registerCounts();
        RecordingLibrary recordings = config.recordings()
                .map(directory -> RecordingLibrary.load(directory, config.beds(), config.seed()))
                .orElseGet(RecordingLibrary::none);
        this.ward = SimulatedWard.of(config.plan(checkpoint.liveFrom()), recordings);
    }

    /**
     * Starts the ward, or continues it from the checkpoint in the state directory. The topics must exist.
     *
     * @throws IllegalStateException when the state directory belongs to another ward or is damaged
     */
    public static BedsideSimulator start(SimulatorConfig config) {
        return start(config, Clock.systemUTC());
    }

    static BedsideSimulator start(SimulatorConfig config, Clock wall) {
        var simulator = new BedsideSimulator(config, wall, open(config, wall.instant()));
        simulator.thread.start();
        return simulator;
    }

    private static SimulationCheckpoint open(SimulatorConfig config, Instant now) {
        SimulationCheckpoint mark = SimulationCheckpoint.read(config.stateDir())
                .map(found -> found.resumed(config, now))
                .orElseGet(() -> SimulationCheckpoint.begun(config, now));
        mark.write(config.stateDir());
        return mark;
    }

    /** Waits until the past is published and the ward is live. */
    public void awaitLive(Duration timeout) throws InterruptedException, TimeoutException {
        boolean isLive = live.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (broken != null) {
            throw broken;
        }
        if (!isLive) {
            throw new TimeoutException(
                    "the simulator was not live within " + timeout + "; look in its log for the reason");
        }
    }

    /** Returns false after a close, or after a failure that a retry cannot repair. */
    public boolean isPlaying() {
        return thread.isAlive();
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    private void registerCounts() {
        CounterWithCallback.builder()
                .name("vigie_simulator_observations")
                .help("Observations that were published since the start.")
                .callback(count -> count.call((double) published().observations()))
                .register(monitor.registry());
    }

    /** Returns when the ward went live for the first time, on the ward's clock. Scripts count their seconds from this instant. */
    public Instant liveFrom() {
        return checkpoint.liveFrom();
    }

    /** Returns the current time on the ward's clock. */
    public Instant now() {
        return checkpoint.clock().now(wall.instant());
    }

    public PublishedCount published() {
        return published.count();
    }

    /** Returns every scripted deterioration that begins before {@code until}, with bed, stay, variable, start and end. */
    public List<Truth> deteriorations(Instant until) {
        return ward.deteriorations(checkpoint.liveFrom(), until);
    }

    private void run() {
        try {
            boolean unused = retry.isDoneBeforeClose(this::play);
        } catch (RuntimeException e) {
            broken = e;
            live.countDown();
            LOG.error("the simulator stopped on an error that a retry cannot repair", e);
        }
    }

    private void play() {
        try (WardPlayer player = new WardPlayer(config, ward, checkpoint, published)) {
            player.begin(now());
            while (!retry.isClosedWithin(TICK)) {
                player.play(now()).ifPresent(mark -> checkpoint = mark);
                live.countDown();
            }
            checkpoint = player.checkpoint();
        }
    }

    private static void failed(int number, RuntimeException failure) {
        LOG.warn(
                "the broker or the registry did not accept a record: {}; sending continues from the end of the topic in {}",
                failure.getMessage(),
                RETRY_PAUSE);
    }

    @Override
    public void close() {
        retry.close();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        broker.close();
    }
}
