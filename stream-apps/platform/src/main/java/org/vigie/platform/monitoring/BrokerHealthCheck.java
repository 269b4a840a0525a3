package org.vigie.platform.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Checks that a broker answers. Connects at the first check and keeps the connection. */
public final class BrokerHealthCheck implements HealthCheck, AutoCloseable {
    private static final int TIMEOUT_MS = 2_000;

    private final KafkaConnectionConfig kafka;
    private @Nullable Admin admin;

    public BrokerHealthCheck(KafkaConnectionConfig kafka) {
        this.kafka = kafka;
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public synchronized HealthResult check() {
        try {
            int nodes = connected().describeCluster().nodes().get().size();
            return new HealthResult(true, kafka.bootstrapServers() + ", " + nodes + " brokers");
        } catch (ExecutionException | KafkaException e) {
            return new HealthResult(false, kafka.bootstrapServers() + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HealthResult(false, "interrupted");
        }
    }

    /**
     * Returns the names of the broker's topics.
     *
     * @throws ExecutionException when it does not answer
     */
    public synchronized Set<String> topics() throws ExecutionException, InterruptedException {
        return connected().listTopics().names().get();
    }

    /**
     * Returns the fixed names of the members of a consumer group.
     *
     * @throws ExecutionException when the broker does not answer
     */
    public synchronized Set<String> memberNames(String group) throws ExecutionException, InterruptedException {
        try {
            return connected().describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(found -> found.members().stream())
                    .flatMap(member -> member.groupInstanceId().stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Set.of();
            }
            throw e;
        }
    }

    private Admin connected() {
        if (admin == null) {
            admin = Admin.create(kafka.clientSettings(Map.of(
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS)));
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
