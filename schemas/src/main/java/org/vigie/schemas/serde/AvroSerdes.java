package org.vigie.schemas.serde;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.vigie.schemas.topic.Topic;

/**
 * Creates the serdes of all topics over one registry client and its cache.
 *
 * <p>A topic's schema is registered under {@code <topic>-value} when its first record is written. A state store that uses the serde writes
 * under the same subject. Instances can be used by several threads.
 */
public final class AvroSerdes {
    private static final int SCHEMAS = 1_000;
    /** Time in seconds for which an unknown schema id is cached. Many records with one unknown id cause one request in this time. */
    private static final long FORGET_MISSING = 30;

    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient registry;

    /** @param registryUrl {@code http://host:port} of a registry that wants no token; several addresses separated by commas */
    public AvroSerdes(String registryUrl) {
        this(new RegistryConnection(registryUrl, ""));
    }

    public AvroSerdes(RegistryConnection registry) {
        this(client(registry));
    }

    public AvroSerdes(SchemaRegistryClient registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    private static SchemaRegistryClient client(RegistryConnection registry) {
        var rest = new RestService(registry.url());
        Map<String, Object> settings = new HashMap<>(registry.client());
        settings.putIfAbsent(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, 5_000);
        settings.putIfAbsent(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, 10_000);
        settings.putIfAbsent(SchemaRegistryClientConfig.MISSING_ID_CACHE_TTL_CONFIG, FORGET_MISSING);
        var client = new CachedSchemaRegistryClient(rest, SCHEMAS, List.of(), settings, registry.headers());
        registry.secure(rest);
        return client;
    }

    /**
     * Returns the serde of a topic's values.
     *
     * <p>Writing throws {@link RegistryUnavailableException} or {@link SchemaRefusedException}. Reading throws {@link
     * UnreadableRecordException} or {@link RegistryUnavailableException}. In a compacted topic a missing value is a deletion and is read as
     * null; in other topics it is unreadable.
     */
    public <V extends SpecificRecord> Serde<V> of(Topic<V> topic) {
        return Serdes.serdeFrom(new AvroSerializer<>(registry, topic), new AvroDeserializer<>(registry, topic));
    }

    /**
     * Registers the schema of a topic's values before the first record, so that all serdes of the topic work while the registry is down.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws SchemaRefusedException when the registry does not take the schema
     */
    public <V extends SpecificRecord> void register(Topic<V> topic) {
        new AvroSerializer<>(registry, topic).schemaId();
    }

    /**
     * Deletes the subject of a topic that was deleted.
     *
     * @param topic full name
     * @return false when the registry has no such subject
     * @throws RegistryUnavailableException when the registry does not answer, or refuses
     */
    public boolean unregister(String topic) {
        String subject = AvroSerializer.subject(topic);
        try {
            registry.deleteSubject(subject);
            return true;
        } catch (IOException e) {
            throw new RegistryUnavailableException(subject, e);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return false;
            }
            throw new RegistryUnavailableException(subject, e);
        }
    }
}
