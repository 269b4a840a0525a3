package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.Topology;
import org.vigie.replay.engine.RecordedClock;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.engine.TopologyDriver;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.topic.Topic;

/** Runs the topology of one app on recorded records and times. */
final class TopologyReplay implements AutoCloseable {
    /** After so many records the changelogs are discarded, so that memory stays bounded. */
    private static final int DRAIN_EVERY = 1_000;

    private final ReplayNamespace namespace;
    private final TopologyDriver driver;
    private final RecordedClock clock;
    private final List<String> writes;
    private int taken;

    /**
     * Says in which steps the clock ticks.
     *
     * @param longest while no record comes
     * @param shortest that a record may cause
     */
    record ClockSteps(Duration longest, Duration shortest) {}

    /** @param writes topics of the namespace that the topology writes */
    TopologyReplay(
            ReplayNamespace namespace,
            String app,
            Topology topology,
            List<Topic<?>> writes,
            ClockSteps steps,
            Instant start) {
        this.namespace = namespace;
        this.driver = new TopologyDriver(namespace.name() + "-" + app, topology, start);
        this.clock = new RecordedClock(driver, start, steps.longest(), steps.shortest());
        this.writes = writes.stream().map(Topic::name).toList();
    }

    /** Gives a record of the ward to the topology. */
    void send(WardRecord record) {
        driver.send(namespace.of(record.topic()), record.key(), record.value(), record.headers(), record.at());
    }

    /** Gives a record that an earlier step of the replay wrote to the topology. */
    void send(RecordedRecord record) {
        driver.send(record.topic(), record.key(), record.value(), record.at());
    }

    void passTo(Instant at) {
        clock.passToRecord(at);
    }

    /**
     * Hands over what the topology wrote since the last call, topic by topic.
     *
     * @param at recorded time of the records
     */
    void collect(Instant at, Consumer<RecordedRecord> output) {
        for (String topic : writes) {
            driver.take(topic)
                    .forEach(record -> output.accept(new RecordedRecord(topic, record.key(), record.value(), at)));
        }
        if (++taken % DRAIN_EVERY == 0) {
            driver.drain();
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
