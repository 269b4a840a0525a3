package org.vigie.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Binds the JDK's HTTP server to an address, with limits of times, and with TLS where it has a certificate.
 *
 * @param address port 0 for any free one
 * @param tls certificate of the server; empty for plain HTTP
 */
public record JdkHttpListener(InetSocketAddress address, Optional<TlsListenerContext> tls) {
    private static final int DEFAULT_BACKLOG = 0;

    /**
     * Binds the port without answering requests yet.
     *
     * @throws IOException when the port is taken
     */
    public HttpServer bind() throws IOException {
        HttpServerTimes.OF_THE_WARD.set();
        if (tls.isEmpty()) {
            return HttpServer.create(address, DEFAULT_BACKLOG);
        }
        HttpsServer server = HttpsServer.create(address, DEFAULT_BACKLOG);
        server.setHttpsConfigurator(new ConnectionTls(tls.get()));
        return server;
    }

    /** Returns the scheme of the server's address. */
    public String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    /** Sets TLS 1.2 and 1.3, and the certificates of clients, for each connection. */
    private static final class ConnectionTls extends HttpsConfigurator {
        private final TlsListenerContext listener;

        ConnectionTls(TlsListenerContext listener) {
            super(listener.context());
            this.listener = listener;
        }

        @Override
        public void configure(HttpsParameters connection) {
            connection.setSSLParameters(listener.parameters());
        }
    }
}
