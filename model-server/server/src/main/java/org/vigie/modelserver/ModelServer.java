package org.vigie.modelserver;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AuditTrail;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ServerRoute;
import org.vigie.modelserver.grpc.GrpcEndpoint;
import org.vigie.modelserver.http.HttpEndpoint;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ModelRepository;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.tls.ServerTls;

/**
 * Runs a model server.
 *
 * <p>A damaged bundle is refused with its reason, and the others are served. A server without any model runs but is not ready.
 */
public final class ModelServer implements MonitoredApp {
    private static final Logger LOG = LoggerFactory.getLogger(ModelServer.class);

    private final String url;
    private final ModelRepository models;
    private final AppMonitor monitor;
    private final HttpEndpoint http;
    private final GrpcEndpoint grpc;
    private final AuditTrail audit;

    private ModelServer(
            String url,
            ModelRepository models,
            AppMonitor monitor,
            HttpEndpoint http,
            GrpcEndpoint grpc,
            AuditTrail audit) {
        this.url = url;
        this.models = models;
        this.monitor = monitor;
        this.http = http;
        this.grpc = grpc;
        this.audit = audit;
    }

    /**
     * Loads every bundle and listens.
     *
     * @throws IllegalArgumentException when the folder of bundles is missing
     * @throws IllegalStateException when a port is taken
     */
    public static ModelServer start(ModelServerConfig config) {
        ModelRepository models = ModelRepository.load(Path.of(config.models()), config);
        models.served().forEach(model -> LOG.info("serving {} on {}", model.name(), model.device()));
        models.refused().forEach((bundle, reason) -> LOG.error("refused {}: {}", bundle, reason));
        try {
            return listen(models, config);
        } catch (RuntimeException e) {
            models.close();
            throw e;
        }
    }

    private static ModelServer listen(ModelRepository models, ModelServerConfig config) {
        InferenceService service = new InferenceService(models, config);
        AuditTrail audit = config.audit().trail("model-server", InstantSource.system());
        var access = new ProgramAccess(config.access(), audit, InstantSource.system());
        Optional<ServerTls> tls = ServerTls.of(config.tls(), InstantSource.system());
        HttpEndpoint http = HttpEndpoint.start(service, config, access, tls);
        try {
            GrpcEndpoint grpc = GrpcEndpoint.start(service, config, access, tls);
            tls.ifPresent(certificate -> certificate.watchedBy(service.monitor()));
            LOG.info("listening on {} {}, gRPC on {}", config.host(), http.port(), grpc.port());
            return new ModelServer(url(config, http), models, service.monitor(), http, grpc, audit);
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    /** Returns the address for clients of the protocol, without {@code /v2}. */
    public String url() {
        return url;
    }

    private static String url(ModelServerConfig config, HttpEndpoint http) {
        return (config.tls().isUsed() ? "https://" : "http://") + config.host() + ":" + http.port();
    }

    public int httpPort() {
        return http.port();
    }

    public int grpcPort() {
        return grpc.port();
    }

    /** Returns the routes of HTTP; those of gRPC are the calls of its service. */
    public List<ServerRoute> routes() {
        return http.serverRoutes();
    }

    /** Returns true when at least one model is served. */
    public boolean isReady() {
        return models.isReady();
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    @Override
    public void close() {
        http.close();
        grpc.close();
        audit.close();
        models.close();
    }
}
