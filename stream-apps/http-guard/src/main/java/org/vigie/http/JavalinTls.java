package org.vigie.http;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Makes a Javalin server speak HTTPS (TLS 1.2 and 1.3) instead of HTTP.
 *
 * @param listener with the certificate of the server
 */
public record JavalinTls(TlsListenerContext listener) {
    private static final String HTTP = "http/1.1";

    /** Adds the one connector of the server. */
    public void addTo(JavalinConfig config, String host, int port) {
        config.jetty.addConnector((server, http) -> connector(server, http, host, port));
    }

    private ServerConnector connector(Server server, HttpConfiguration http, String host, int port) {
        var https = new HttpConfiguration(http);
        // The request guard decides which names are answered.
        https.addCustomizer(new SecureRequestCustomizer(false));
        var tls = new SslContextFactory.Server();
        tls.setSslContext(listener.context());
        tls.setIncludeProtocols(listener.parameters().getProtocols());
        tls.setNeedClientAuth(listener.needsClientCertificate());
        var connector =
                new ServerConnector(server, new SslConnectionFactory(tls, HTTP), new HttpConnectionFactory(https));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }
}
