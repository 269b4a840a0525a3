package org.vigie.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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
 */
public record KafkaConnectionConfig(
        String bootstrapServers,
        String registryUrl,
        Path registryTokenFile,
        ClientTlsConfig registryTls,
        String namespace,
        int partitions,
        Optional<Path> clientProperties) {
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
     * Returns the settings of a Kafka client: the file of the client's properties, the broker's address, and then {@code more}.
     *
     * @throws IllegalStateException when the file cannot be read
     */
    public Map<String, Object> clientSettings(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>();
        clientProperties
                .map(KafkaConnectionConfig::read)
                .ifPresent(file -> file.forEach((key, value) -> settings.put(key.toString(), value)));
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

    private static Properties read(Path file) {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException("kafka.clientProperties: must be a file that can be read, was " + file, e);
        }
    }

    /** Returns the same connection to the topics of another namespace. */
    public KafkaConnectionConfig withNamespace(String other) {
        return new KafkaConnectionConfig(
                bootstrapServers, registryUrl, registryTokenFile, registryTls, other, partitions, clientProperties);
    }

    /** Returns the same connection with another file of the registry's token. */
    public KafkaConnectionConfig withRegistryToken(Path file) {
        return new KafkaConnectionConfig(
                bootstrapServers, registryUrl, file, registryTls, namespace, partitions, clientProperties);
    }

    /** Returns the connection to the schema registry. */
    public RegistryConnection registry() {
        return new RegistryConnection(registryUrl, registryTokenFile.toString(), registryTls);
    }

    public TopicCatalogue topics() {
        return TopicCatalogue.in(namespace, partitions);
    }
}
