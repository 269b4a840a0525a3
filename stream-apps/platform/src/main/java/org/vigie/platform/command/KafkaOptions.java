package org.vigie.platform.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.tls.ClientTlsConfig;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Holds the options of a command that connects to a broker. Each names the key that it stands for in a configuration file. */
public final class KafkaOptions {
    private static final KafkaConnectionConfig DEFAULTS = KafkaConnectionConfig.defaults();

    @Option(
            names = {"--broker", "--bootstrap", "--from-broker"},
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            description = "Broker: kafka.bootstrapServers (default: ${DEFAULT-VALUE}).")
    String broker = DEFAULTS.bootstrapServers();

    @Option(
            names = "--registry",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Schema registry: kafka.registryUrl (default: ${DEFAULT-VALUE}).")
    String registry = DEFAULTS.registryUrl();

    @Option(
            names = "--registry-token-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "API token for the registry: kafka.registryTokenFile (default: data/access/tokens/ward).")
    Path registryTokenFile = DEFAULTS.registryTokenFile();

    @Option(
            names = "--registry-authorities",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "PEM certificates trusted for the registry: kafka.registryTls.authorities (default: Java's).")
    Optional<Path> registryAuthorities = Optional.empty();

    @Option(
            names = "--namespace",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Namespace of the topics: kafka.namespace (default: ${DEFAULT-VALUE}).")
    String namespace = DEFAULTS.namespace();

    @Option(
            names = "--partitions",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description = "Partitions of each topic: kafka.partitions (default: ${DEFAULT-VALUE}).")
    int partitions = DEFAULTS.partitions();

    @Option(
            names = "--client-properties",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Settings of the Kafka client, such as TLS: kafka.clientProperties (default: none).")
    Optional<Path> clientProperties = Optional.empty();

    /** @throws IllegalArgumentException when one of them does not fit */
    public KafkaConnectionConfig config() {
        var tls = registryAuthorities.map(ClientTlsConfig::trusting).orElseGet(ClientTlsConfig::defaults);
        return new KafkaConnectionConfig(
                broker, registry, registryTokenFile, tls, namespace, partitions, clientProperties);
    }

    /**
     * Returns the connection once its broker answers.
     *
     * @throws IllegalArgumentException when one of the options does not fit
     * @throws IllegalStateException when no broker answers within ten seconds, with its address
     */
    public KafkaConnectionConfig requireBroker() throws InterruptedException {
        KafkaConnectionConfig kafka = config();
        new KafkaClients(kafka).requireBroker();
        return kafka;
    }

    /**
     * Returns the connection once its broker answers, for a command that nobody waits for.
     *
     * @param patience how long the brokers may take
     * @throws IllegalArgumentException when one of the options does not fit
     * @throws IllegalStateException when no broker answers within this time, with its address
     */
    public KafkaConnectionConfig requireBroker(Duration patience) throws InterruptedException {
        KafkaConnectionConfig kafka = config();
        new KafkaClients(kafka).requireBroker(patience);
        return kafka;
    }
}
