package org.vigie.platform.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.vigie.http.ListenHost;
import org.vigie.schemas.serde.RegistryConnection;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Configures the broker and the topics of an app.
 *
 * @param bootstrapServers {@code host:port}, several with commas
 * @param registryUrl of the schema registry
 * @param registryTokenFile file whose first word is the API token for the registry; no token is sent when there is no such file
 * @param registryTls whom the client of the registry trusts, and the certificate that it shows
 * @param namespace topics are named {@code vigie.<namespace>.<noun>.<state>}
 * @param partitions of every topic
 * @param clientProperties file of settings for every Kafka client, such as TLS and the log-in; none: plain connections
 * @param client settings for every Kafka client, by Kafka's names; they count before those of the file
 * @param registryClient settings for the client of the registry, by that client's names, such as {@code basic.auth.user.info}
 */
public record KafkaConnectionConfig(
        String bootstrapServers,
        String registryUrl,
        Path registryTokenFile,
        ClientTlsConfig registryTls,
        String namespace,
        int partitions,
        Optional<Path> clientProperties,
        Map<String, String> client,
        Map<String, String> registryClient) {
    private static final Path WARD_TOKEN = Path.of("data", "access", "tokens", "ward");

    public KafkaConnectionConfig {
        if (!bootstrapServers.matches("[^,\\s]+:\\d+(,[^,\\s]+:\\d+)*")) {
            throw new IllegalArgumentException(
                    "kafka.bootstrapServers: must be host:port, several with commas, was '" + bootstrapServers + "'");
        }
        if (!registryUrl.matches("https?://.+")) {
            throw new IllegalArgumentException(
                    "kafka.registryUrl: must begin with http:// or https://, was '" + registryUrl + "'");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("kafka.partitions: must be positive, was " + partitions);
        }
        TopicCatalogue.in(namespace, partitions);
        registryTokenFile = registryTokenFile.toAbsolutePath();
        client = new ClientPropertiesConfig("kafka.client", client).settings();
        registryClient = new ClientPropertiesConfig("kafka.registryClient", registryClient).settings();
    }

    /** Creates a configuration whose clients have the settings of a file alone. */
    public KafkaConnectionConfig(
            String bootstrapServers,
            String registryUrl,
            Path registryTokenFile,
            ClientTlsConfig registryTls,
            String namespace,
            int partitions,
            Optional<Path> clientProperties) {
        this(
                bootstrapServers,
                registryUrl,
                registryTokenFile,
                registryTls,
                namespace,
                partitions,
                clientProperties,
                Map.of(),
                Map.of());
    }

    /** Creates a configuration for plain connections. */
    public KafkaConnectionConfig(String bootstrapServers, String registryUrl, String namespace, int partitions) {
        this(
                bootstrapServers,
                registryUrl,
                WARD_TOKEN,
                ClientTlsConfig.defaults(),
                namespace,
                partitions,
                Optional.empty());
    }

    public static KafkaConnectionConfig defaults() {
        return new KafkaConnectionConfig("127.0.0.1:19092", "http://127.0.0.1:18081", "ward", 4);
    }

    /**
     * Returns the settings of a Kafka client: the file of the client's properties, {@code client}, the broker's address, and then {@code
     * more}. Secrets are read anew.
     *
     * @throws IllegalStateException when the file or a secret cannot be read
     */
    public Map<String, Object> clientSettings(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>();
        clientProperties.map(ClientPropertiesFile::new).ifPresent(file -> settings.putAll(file.read()));
        settings.putAll(new ClientPropertiesConfig("kafka.client", client).resolved(SecretReferences.ofProcess()));
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.putAll(more);
        return settings;
    }

    /** Returns true when every broker is reached on this machine alone. */
    public boolean isOnLoopback() {
        return Arrays.stream(bootstrapServers.split(",", -1))
                .map(address -> address.substring(0, address.lastIndexOf(':')))
                .allMatch(host -> new ListenHost(host).isLoopback());
    }

    /** Returns the same connection to the topics of another namespace. */
    public KafkaConnectionConfig withNamespace(String other) {
        return with(other, partitions, registryTokenFile);
    }

    /** Returns the same connection to topics with another number of partitions. */
    public KafkaConnectionConfig withPartitions(int other) {
        return with(namespace, other, registryTokenFile);
    }

    /** Returns the same connection with another file of the registry's token. */
    public KafkaConnectionConfig withRegistryToken(Path file) {
        return with(namespace, partitions, file);
    }

    private KafkaConnectionConfig with(String topicNamespace, int topicPartitions, Path tokenFile) {
        return new KafkaConnectionConfig(
                bootstrapServers,
                registryUrl,
                tokenFile,
                registryTls,
                topicNamespace,
                topicPartitions,
                clientProperties,
                client,
                registryClient);
    }

    /** Returns the connection to the schema registry. Secrets are read anew. */
    public RegistryConnection registry() {
        var settings = new ClientPropertiesConfig("kafka.registryClient", registryClient);
        return new RegistryConnection(
                registryUrl,
                registryTokenFile.toString(),
                registryTls,
                settings.resolved(SecretReferences.ofProcess()));
    }

    public TopicCatalogue topics() {
        return TopicCatalogue.in(namespace, partitions);
    }
}
