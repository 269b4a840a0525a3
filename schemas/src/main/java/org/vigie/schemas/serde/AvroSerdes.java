package org.vigie.schemas.serde;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.vigie.schemas.topic.Topic;

/**
 * The serdes of all topics, over one registry client and its cache. A topic's schema is registered under {@code <topic>-value} when
 * its first record is written; a state store that uses the serde writes under the same subject. Safe for use by many threads.
 */
public final class AvroSerdes {
    private static final int SCHEMAS = 1_000;
    /** A flood of records with an unknown schema id asks the registry once in this time, in seconds. */
    private static final long FORGET_MISSING = 30;

    private final SchemaRegistryClient registry;

    /** @param registryUrl {@code http://host:port}, several with commas */
    public AvroSerdes(String registryUrl) {
        this(new CachedSchemaRegistryClient(
                registryUrl,
                SCHEMAS,
                Map.of(
                        SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, 5_000,
                        SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, 10_000,
                        SchemaRegistryClientConfig.MISSING_ID_CACHE_TTL_CONFIG, FORGET_MISSING)));
    }

    public AvroSerdes(SchemaRegistryClient registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    /**
     * The serde of a topic's values.
     *
     * <p>Writing throws {@link RegistryUnavailableException} or {@link SchemaRefusedException}. Reading throws {@link UnreadableRecordException} or {@link
     * RegistryUnavailableException}. No value stays no value in a compacted topic (a deletion); elsewhere it is unreadable.
     */
    public <V extends SpecificRecord> Serde<V> of(Topic<V> topic) {
        return Serdes.serdeFrom(new AvroSerializer<>(registry, topic), new AvroDeserializer<>(registry, topic));
    }
}
