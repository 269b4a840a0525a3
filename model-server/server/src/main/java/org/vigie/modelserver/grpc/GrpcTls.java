package org.vigie.modelserver.grpc;

import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolConfig;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.grpc.netty.shaded.io.netty.handler.ssl.JdkSslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import org.vigie.http.TlsListenerContext;

/**
 * Makes a gRPC server speak TLS 1.2 and 1.3 with HTTP/2.
 *
 * @param listener with the certificate of the server
 */
record GrpcTls(TlsListenerContext listener) {
    private static final ApplicationProtocolConfig HTTP_2 = new ApplicationProtocolConfig(
            ApplicationProtocolConfig.Protocol.ALPN,
            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
            "h2");

    /** Returns the context of the server's connections. */
    SslContext context() {
        return new JdkSslContext(
                listener.context(),
                false,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                HTTP_2,
                listener.needsClientCertificate() ? ClientAuth.REQUIRE : ClientAuth.NONE,
                listener.parameters().getProtocols(),
                false);
    }
}
