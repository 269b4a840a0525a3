package org.vigie.embedded;

import java.nio.file.Path;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.schemas.topic.TopicCatalogue;

/** Runs a broker and its schema registry on free ports, for tests. */
public final class EmbeddedKafka implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private EmbeddedKafka(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** @param directory for all their data; created when missing */
    public static EmbeddedKafka start(Path directory) {
        EmbeddedBroker broker = EmbeddedBroker.start(directory);
        try {
            return new EmbeddedKafka(broker, EmbeddedRegistry.start(broker.bootstrapServers(), 0));
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return registry.url();
    }

    /** Creates the topics that are missing. */
    public void createTopics(TopicCatalogue topics) {
        var unused = broker.createTopics(topics);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
