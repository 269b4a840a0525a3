package org.vigie.local;

import java.nio.file.Path;
import org.vigie.embedded.BrokerException;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.BrokerHealthCheck;
import org.vigie.store.StoreException;

/** Runs what the apps of a ward need and nothing else: the broker with the topics, the schema registry and the store. */
final class WardInfrastructure implements AutoCloseable {
    private final StartedParts parts = new StartedParts();
    private final LocalWardConfig plan;
    private final BrokerHealthCheck brokerCheck;

    /**
     * Holds the addresses of the parts.
     *
     * @param broker {@code host:port}
     * @param storePostgres port of the PostgreSQL wire on loopback
     */
    record InfrastructureAddresses(String broker, String registry, String store, int storePostgres) {}

    private WardInfrastructure(LocalWardConfig plan) {
        this.plan = plan;
        this.brokerCheck = new BrokerHealthCheck(plan.kafka());
    }

    /**
     * Starts the parts and creates the topics that are missing.
     *
     * @throws WardStartException with one sentence when a part cannot start; what was started is closed again
     */
    static WardInfrastructure start(Path dataDir, WardPorts ports, WardConsole console) {
        LocalWardConfig plan = LocalWardConfig.defaults(dataDir).withPorts(ports);
        var infrastructure = new WardInfrastructure(plan);
        try {
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
        PreflightChecks checks = PreflightChecks.of(plan);
        parts.add(WardPart.DATA_LOCK, checks.lock().acquiredBy());
        checks.checkDisk();
        var starter = new InfrastructureStarter(plan, parts, console);
        starter.startBrokerAndRegistry("infra");
        starter.startStore();
        starter.startMonitoring(WardPart.ofTheInfrastructure()).add(new AppMonitor("infra").addReadiness(brokerCheck));
    }

    /** Stops the parts in reverse order. */
    @Override
    public void close() {
        brokerCheck.close();
        parts.close();
    }
}
