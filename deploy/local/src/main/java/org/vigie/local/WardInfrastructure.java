package org.vigie.local;

import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.embedded.BrokerException;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreException;

/** Runs what the apps of a ward need and nothing else: the broker with the topics, the schema registry and the store. */
final class WardInfrastructure implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WardInfrastructure.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LocalWardConfig plan;
    private final FileLock lock;

    /**
     * Holds the addresses of the parts.
     *
     * @param broker {@code host:port}
     * @param storePostgres port of the PostgreSQL wire on loopback
     */
    record InfrastructureAddresses(String broker, String registry, String store, int storePostgres) {}

    private WardInfrastructure(LocalWardConfig plan, FileLock lock) {
        this.plan = plan;
        this.lock = lock;
    }

    /**
     * Starts the parts and creates the topics that are missing.
     *
     * @throws WardStartException with one sentence when a part cannot start; what was started is closed again
     */
    static WardInfrastructure start(Path dataDir, WardPorts ports, WardConsole console) {
        LocalWardConfig plan = LocalWardConfig.defaults(dataDir).withPorts(ports);
        PreflightChecks checks = PreflightChecks.of(plan);
        var infrastructure = new WardInfrastructure(plan, checks.lock());
        try {
            checks.checkDisk();
            infrastructure.startParts(console);
            return infrastructure;
        } catch (BrokerException | StoreException e) {
            infrastructure.close();
            throw new WardStartException(e.getMessage(), e);
        } catch (RuntimeException e) {
            infrastructure.close();
            throw e;
        }
    }

    InfrastructureAddresses addresses() {
        WardPorts ports = plan.ports();
        return new InfrastructureAddresses(
                plan.kafka().bootstrapServers(),
                plan.kafka().registryUrl(),
                "http://127.0.0.1:" + ports.storeHttp(),
                ports.storePostgres());
    }

    private void startParts(WardConsole console) {
        WardPorts ports = plan.ports();
        var broker = up(EmbeddedBroker.start(plan.part("broker"), ports.broker(), ports.controller()));
        broker.createTopics(plan.kafka().topics());
        console.up("broker", plan.kafka().bootstrapServers());
        up(EmbeddedRegistry.start(broker.bootstrapServers(), ports.registry()));
        console.up("registry", plan.kafka().registryUrl());
        var store = up(EmbeddedStore.start(plan.part("store"), ports.storeHttp(), ports.storePostgres()));
        console.up("store", store.httpUrl() + ", PostgreSQL on port " + store.pgPort());
    }

    private <P extends AutoCloseable> P up(P part) {
        parts.push(part);
        return part;
    }

    /** Stops the parts in reverse order. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
        close(lock.acquiredBy());
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
    }
}
