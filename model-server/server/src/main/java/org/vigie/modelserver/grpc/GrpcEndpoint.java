package org.vigie.modelserver.grpc;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vigie.access.server.ProgramAccess;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.platform.tls.ServerTls;

/** Serves the open inference protocol over gRPC. */
public final class GrpcEndpoint implements AutoCloseable {
    private static final long STOP_SECONDS = 2;

    private final Server server;

    private GrpcEndpoint(Server server) {
        this.server = server;
    }

    /**
     * Starts the endpoint.
     *
     * @param tls with which it speaks TLS; empty for plain connections
     * @throws IllegalStateException when the port is taken
     */
    public static GrpcEndpoint start(
            InferenceService service, ModelServerConfig config, ProgramAccess access, Optional<ServerTls> tls) {
        try {
            return new GrpcEndpoint(server(service, config, access, tls).start());
        } catch (IOException e) {
            throw new IllegalStateException("grpcPort: cannot listen on " + config.host() + ":" + config.grpcPort(), e);
        }
    }

    private static Server server(
            InferenceService service, ModelServerConfig config, ProgramAccess access, Optional<ServerTls> tls) {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(new InetSocketAddress(config.host(), config.grpcPort()));
        tls.ifPresent(certificate -> builder.sslContext(new GrpcTls(certificate.listener()).context()));
        return builder
                // Calls only hand requests over, so that they need no threads of their own; load and unload start one.
                .directExecutor()
                .maxInboundMessageSize(config.maxBodyBytes())
                // The one that was added last is asked first.
                .intercept(new ProgramAccessInterceptor(access))
                .intercept(new GuardInterceptor(config.guard()))
                .addService(new GrpcService(service))
                .build();
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
