package org.vigie.platform.topic;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.RegistryUnavailableException;
import org.vigie.schemas.serde.SchemaRefusedException;
import org.vigie.schemas.topic.Topic;

/**
 * Registers the schemas of an app's topics when it starts. From then on an outage of the registry stops no record, also not the first alarm.
 *
 * @param serdes with which the app reads and writes
 */
public record TopicSchemas(AvroSerdes serdes) {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSchemas.class);

    /** Registers in the order of the list and ends at the first topic that fails. Its schema is then requested with its first record. */
    public void register(List<? extends Topic<?>> topics) {
        for (Topic<?> topic : topics) {
            try {
                serdes.register(topic);
            } catch (RegistryUnavailableException | SchemaRefusedException e) {
                LOG.warn(
                        "The schema of {} is not registered yet, its first record needs the registry: {}",
                        topic.name(),
                        e.getMessage());
                return;
            }
        }
    }
}
