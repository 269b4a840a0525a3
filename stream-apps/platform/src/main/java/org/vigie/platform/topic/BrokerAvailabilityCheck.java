package org.vigie.platform.topic;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Asks for a broker before a command reads from it: a client alone waits a minute and does not say for whom. */
public final class BrokerAvailabilityCheck {
    private static final int WITHIN_MS = 10_000;

    private BrokerAvailabilityCheck() {}

    /** @throws IllegalStateException when no broker answers within ten seconds, with its address */
    public static void require(KafkaConnectionConfig kafka) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                WITHIN_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                WITHIN_MS))) {
            var unused = admin.describeCluster().clusterId().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "no Kafka broker answers at " + kafka.bootstrapServers() + " within " + WITHIN_MS / 1000
                            + " s; kafka.bootstrapServers or --broker names another",
                    e);
        }
    }
}
