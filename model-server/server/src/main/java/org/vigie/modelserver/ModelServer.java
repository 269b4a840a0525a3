package org.vigie.modelserver;

import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.server.LoggedAuditTrail;
import org.vigie.access.server.ProgramAccess;
import org.vigie.modelserver.grpc.GrpcEndpoint;
import org.vigie.modelserver.http.HttpEndpoint;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ModelRepository;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;

/**
 * Runs a model server.
 *
 * <p>A damaged bundle is refused with its reason, and the others are served. A server without any model runs but is not ready.
 */
public final class ModelServer implements MonitoredApp {
    private static final Logger LOG = LoggerFactory.getLogger(ModelServer.class);

    private final String host;
    private final ModelRepository models;
    private final AppMonitor monitor;
    private final HttpEndpoint http;
    private final GrpcEndpoint grpc;

    private ModelServer(String host, ModelRepository models, AppMonitor monitor, HttpEndpoint http, GrpcEndpoint grpc) {
        this.host = host;
        this.models = models;
        this.monitor = monitor;
        this.http = http;
        this.grpc = grpc;
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
        var access = new ProgramAccess(config.access(), new LoggedAuditTrail("model-server"), InstantSource.system());
        HttpEndpoint http = HttpEndpoint.start(service, config, access);
        try {
            GrpcEndpoint grpc = GrpcEndpoint.start(service, config, access);
            LOG.info("listening on http://{}:{} and gRPC {}", config.host(), http.port(), grpc.port());
            return new ModelServer(config.host(), models, service.monitor(), http, grpc);
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    /** Returns the address for clients of the protocol, without {@code /v2}. */
    public String url() {
        return "http://" + host + ":" + http.port();
    }

    public int httpPort() {
        return http.port();
    }

    public int grpcPort() {
        return grpc.port();
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
        models.close();
    }
}
