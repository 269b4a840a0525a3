package org.vigie.local.erase;

import java.nio.file.Path;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.registry.EmbeddedRegistry;

/** Runs the broker and the registry of a stopped ward for a moment, on free ports of loopback, so that its topics can be read. */
public final class StoppedWardBroker implements AutoCloseable {
    private static final int PARTITIONS = 4;

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private StoppedWardBroker(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts both on a data directory. */
    public static StoppedWardBroker start(Path data) {
        var broker = EmbeddedBroker.start(data.resolve("broker"));
        try {
            return new StoppedWardBroker(broker, EmbeddedRegistry.start(broker.bootstrapServers(), 0));
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    public KafkaConnectionConfig kafka() {
        return new KafkaConnectionConfig(broker.bootstrapServers(), registry.url(), "ward", PARTITIONS);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
