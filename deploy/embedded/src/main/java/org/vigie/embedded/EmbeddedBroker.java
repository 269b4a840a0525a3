package org.vigie.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.utils.Time;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.topic.TopicCreator;

/** Runs a Kafka broker with its controller in this JVM. Its records outlive a restart and a kill -9 of the process. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final short ONE_REPLICA = 1;

    private final LoopbackPort port;
    private final BrokerStorage storage;
    private final KafkaRaftServer server;

    private EmbeddedBroker(LoopbackPort port, BrokerStorage storage, KafkaRaftServer server) {
        this.port = port;
        this.storage = storage;
        this.server = server;
    }

    /** Starts on free ports. */
    public static EmbeddedBroker start(Path directory) {
        return start(directory, 0, 0);
    }

    /**
     * Starts the broker and returns when it takes requests.
     *
     * @param directory for all its data; created when missing
     * @param port for clients; 0 for a free one
     * @param controllerPort 0 for a free one
     * @throws BrokerException when a port is taken, or the directory is in use or damaged
     */
    public static EmbeddedBroker start(Path directory, int port, int controllerPort) {
        return start(directory, port, controllerPort, Map.of());
    }

    /**
     * Starts the broker with further settings, such as an authorizer.
     *
     * @param more settings by the names of Kafka; they take the place of others
     */
    public static EmbeddedBroker start(Path directory, int port, int controllerPort, Map<String, String> more) {
        LoopbackPort clients = LoopbackPort.free(port);
        LoopbackPort controller = LoopbackPort.free(controllerPort);
        while (controllerPort == 0 && controller.equals(clients)) { // Linux can give the same free port twice in a row
            controller = LoopbackPort.free(0);
        }
        BrokerStorage storage = BrokerStorage.open(directory);
        try {
            var config = new EmbeddedBrokerConfig(storage.directory(), clients, controller);
            var server = new KafkaRaftServer(config.toKafkaConfig(more), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(clients, storage, server);
        } catch (RuntimeException e) {
            storage.close();
            throw storage.damaged(e);
        }
    }

    public String bootstrapServers() {
        return port.toString();
    }

    /** Creates the topics that are missing; those that are there stay as they are. Returns their names when the broker lists them. */
    public List<String> createTopics(TopicCatalogue topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            return new TopicCreator(admin)
                    .create(topics.all().stream()
                            .map(topic -> topic.toNewTopic(ONE_REPLICA))
                            .toList());
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(e);
        }
    }

    private static BrokerException refused(Throwable cause) {
        return new BrokerException(
                BrokerException.BrokerErrorCode.REFUSED,
                "The broker did not create the topics: " + cause.getMessage(),
                cause);
    }

    @Override
    public void close() {
        server.shutdown();
        storage.close();
    }
}
