package org.vigie.modelserver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vigie.access.server.AuditTopicConfig;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.http.RequestGuard;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.tls.ServerTlsConfig;

/**
 * Configures the model server.
 *
 * @param host address to listen on
 * @param httpPort 0 for any free port
 * @param grpcPort 0 for any free port
 * @param allowedHosts names under which clients call the server, with or without a port, beside loopback and {@code host}
 * @param models folder of bundles, {@code <name>/<version>/}
 * @param signers PEM file with the Ed25519 keys of those who sign bundles; empty: unsigned bundles are served too
 * @param imputer folder of an imputer that estimates hours without a measurement; empty: none
 * @param imputerTwoSided whether that imputer is also offered with the network that sees all hours of a window, for replays; it needs {@code
 *     imputer}
 * @param versions of each model that are loaded at start; other versions are loaded on request
 * @param queue requests that may wait for a model; a further request is refused as overloaded
 * @param workers batches of a model that are computed at the same time; each uses {@code engine.threads} cores
 * @param maxRows windows of one batch, and of one request
 * @param maxWait time to wait for more windows when a batch is not full; zero for no wait
 * @param maxBodyBytes of one request
 * @param timeout of one request, including its time in the queue
 * @param access which programs get an answer
 * @param audit where its refusals and changes of models are recorded
 * @param tls certificate with which both ports speak TLS
 * @param monitoring where metrics and health are served
 */
public record ModelServerConfig(
        String host,
        int httpPort,
        int grpcPort,
        List<String> allowedHosts,
        String models,
        Optional<Path> signers,
        String imputer,
        boolean imputerTwoSided,
        VersionPolicy versions,
        int queue,
        int workers,
        int maxRows,
        Duration maxWait,
        int maxBodyBytes,
        Duration timeout,
        EngineConfig engine,
        ProgramAccessConfig access,
        AuditTopicConfig audit,
        ServerTlsConfig tls,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_099;

    public ModelServerConfig {
        check(!host.isBlank(), "host: must be an address, was '" + host + "'");
        check(isPort(httpPort), "httpPort: must lie in 0..65535, was " + httpPort);
        check(isPort(grpcPort), "grpcPort: must lie in 0..65535, was " + grpcPort);
        allowedHosts = List.copyOf(allowedHosts);
        var unused = RequestGuard.of(host, allowedHosts);
        check(!models.isBlank(), "models: must be a folder, was '" + models + "'");
        imputer = imputer == null ? "" : imputer;
        check(
                !imputerTwoSided || !imputer.isEmpty(),
                "imputerTwoSided: needs the folder of an imputer, was true without");
        check(queue >= 1, "queue: must be at least 1, was " + queue);
        check(workers >= 1, "workers: must be at least 1, was " + workers);
        check(maxRows >= 1, "maxRows: must be at least 1, was " + maxRows);
        check(!maxWait.isNegative(), "maxWait: must not be negative, was " + maxWait);
        check(maxBodyBytes >= 1024, "maxBodyBytes: must be at least 1024, was " + maxBodyBytes);
        check(timeout.compareTo(Duration.ZERO) > 0, "timeout: must be positive, was " + timeout);
        tls.requireBeyondLoopback("", host);
    }

    /** Creates a configuration with the default monitoring port and the tokens of the ward in this directory. */
    public ModelServerConfig(
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
        this(
                host,
                httpPort,
                grpcPort,
                allowedHosts,
                models,
                Optional.empty(),
                "",
                false,
                versions,
                queue,
                workers,
                maxRows,
                maxWait,
                maxBodyBytes,
                timeout,
                engine,
                ProgramAccessConfig.defaults(),
                AuditTopicConfig.defaults(),
                ServerTlsConfig.defaults(),
                MonitoringConfig.onPort(MONITORING_PORT));
    }

    /** Returns the same server for the programs with other tokens. */
    public ModelServerConfig withAccess(ProgramAccessConfig other) {
        return with(httpPort, grpcPort, other, audit, tls, imputer, imputerTwoSided);
    }

    /** Returns the same server on other ports. */
    public ModelServerConfig withPorts(int http, int grpc) {
        return with(http, grpc, access, audit, tls, imputer, imputerTwoSided);
    }

    /** Returns the same server with TLS. */
    public ModelServerConfig withTls(ServerTlsConfig other) {
        return with(httpPort, grpcPort, access, audit, other, imputer, imputerTwoSided);
    }

    /** Returns the same server with another place for its audit events. */
    public ModelServerConfig withAudit(AuditTopicConfig other) {
        return with(httpPort, grpcPort, access, other, tls, imputer, imputerTwoSided);
    }

    /** Returns the same server with the imputer of this folder. */
    public ModelServerConfig withImputer(String folder) {
        return with(httpPort, grpcPort, access, audit, tls, folder, imputerTwoSided);
    }

    /** Returns the same server that also offers its imputer with the network that sees all hours of a window. */
    public ModelServerConfig withTwoSidedImputer() {
        return with(httpPort, grpcPort, access, audit, tls, imputer, true);
    }

    private ModelServerConfig with(
            int http,
            int grpc,
            ProgramAccessConfig programs,
            AuditTopicConfig trail,
            ServerTlsConfig certificate,
            String imputerFolder,
            boolean twoSided) {
        return new ModelServerConfig(
                host,
                http,
                grpc,
                allowedHosts,
                models,
                signers,
                imputerFolder,
                twoSided,
                versions,
                queue,
                workers,
                maxRows,
                maxWait,
                maxBodyBytes,
                timeout,
                engine,
                programs,
                trail,
                certificate,
                monitoring);
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

    /** Returns the guard of both ports. */
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
