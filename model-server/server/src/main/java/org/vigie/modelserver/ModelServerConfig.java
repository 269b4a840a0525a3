package org.vigie.modelserver;

import java.time.Duration;
import java.util.List;
import org.vigie.http.RequestGuard;
import org.vigie.inference.engine.EngineConfig;

/**
 * @param host address to listen on
 * @param httpPort 0 for any free one
 * @param grpcPort 0 for any free one
 * @param allowedHosts names that clients call it by, with a port or without, beside loopback and {@code host}
 * @param models folder of bundles, {@code <name>/<version>/}
 * @param versions of each model that are loaded at start; the others when its load is asked for
 * @param queue requests that may wait for a model; one more is answered "overloaded"
 * @param workers batches of a model that are computed at the same time; each takes {@code engine.threads} cores
 * @param maxRows windows of one batch, and of one request
 * @param maxWait for more windows when a batch is not full; zero: it takes what is queued
 * @param maxBodyBytes of one request
 * @param timeout for one answer, waiting included
 */
public record ModelServerConfig(
        String host,
        int httpPort,
        int grpcPort,
        List<String> allowedHosts,
        String models,
        VersionPolicy versions,
        int queue,
        int workers,
        int maxRows,
        Duration maxWait,
        int maxBodyBytes,
        Duration timeout,
        EngineConfig engine) {
    /** Which versions of a model are loaded at start. */
    public enum VersionPolicy {
        ALL,
        /** The newest that can be served: half the time to start, and half the memory, where there are two. */
        NEWEST
    }

    public ModelServerConfig {
        check(!host.isBlank(), "host: must be an address, was '" + host + "'");
        check(isPort(httpPort), "httpPort: must lie in 0..65535, was " + httpPort);
        check(isPort(grpcPort), "grpcPort: must lie in 0..65535, was " + grpcPort);
        allowedHosts = List.copyOf(allowedHosts);
        var unused = RequestGuard.of(host, allowedHosts);
        check(!models.isBlank(), "models: must be a folder, was '" + models + "'");
        check(queue >= 1, "queue: must be at least 1, was " + queue);
        check(workers >= 1, "workers: must be at least 1, was " + workers);
        check(maxRows >= 1, "maxRows: must be at least 1, was " + maxRows);
        check(!maxWait.isNegative(), "maxWait: must not be negative, was " + maxWait);
        check(maxBodyBytes >= 1024, "maxBodyBytes: must be at least 1024, was " + maxBodyBytes);
        check(timeout.compareTo(Duration.ZERO) > 0, "timeout: must be positive, was " + timeout);
    }

    public static ModelServerConfig defaults() {
        return new ModelServerConfig(
                "127.0.0.1",
                18000,
                18001,
                List.of(),
                "model-server/models",
                VersionPolicy.ALL,
                256,
                2,
                64,
                Duration.ZERO,
                16 << 20,
                Duration.ofSeconds(5),
                EngineConfig.defaults());
    }

    /** Of both ports. */
    public RequestGuard guard() {
        return RequestGuard.of(host, allowedHosts);
    }

    private static boolean isPort(int port) {
        return port >= 0 && port <= 65535;
    }

    private static void check(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(problem);
        }
    }
}
