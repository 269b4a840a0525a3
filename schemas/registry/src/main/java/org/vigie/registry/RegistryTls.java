package org.vigie.registry;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import org.vigie.http.TlsListenerContext;

/** Sets TLS 1.2 and 1.3, and the certificates of clients, for each connection of the registry. */
final class RegistryTls extends HttpsConfigurator {
    private final TlsListenerContext listener;

    /** @param listener with the certificate of the server */
    RegistryTls(TlsListenerContext listener) {
        super(listener.context());
        this.listener = listener;
    }

    @Override
    public void configure(HttpsParameters connection) {
        connection.setSSLParameters(listener.parameters());
    }
}
