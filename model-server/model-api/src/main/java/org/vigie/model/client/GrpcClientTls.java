package org.vigie.model.client;

import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolConfig;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.grpc.netty.shaded.io.netty.handler.ssl.JdkSslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import javax.net.ssl.SSLContext;
import org.vigie.schemas.tls.ClientTlsConfig;

/**
 * Decides whether a gRPC connection speaks TLS, and with which certificates.
 *
 * @param scheme of the server's address: {@code grpc} for plain connections, {@code grpcs} for TLS
 */
record GrpcClientTls(String scheme, ClientTlsConfig tls) {
    private static final String SECURE = "grpcs";
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final ApplicationProtocolConfig HTTP_2 = new ApplicationProtocolConfig(
            ApplicationProtocolConfig.Protocol.ALPN,
            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
            "h2");

    /** Sets the security of a connection that is being built, and returns it. */
    NettyChannelBuilder addTo(NettyChannelBuilder connection) {
        if (!scheme.equals(SECURE)) {
            return connection.usePlaintext();
        }
        // Without a context of its own gRPC trusts what Java trusts.
        return tls.context()
                .map(context -> connection.sslContext(http2(context)))
                .orElseGet(connection::useTransportSecurity);
    }

    private static SslContext http2(SSLContext context) {
        return new JdkSslContext(
                context, true, null, IdentityCipherSuiteFilter.INSTANCE, HTTP_2, ClientAuth.NONE, PROTOCOLS, false);
    }
}
