package org.vigie.http;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Holds what the sockets of a server need for TLS 1.2 and 1.3.
 *
 * @param context with the certificate of the server
 * @param needsClientCertificate whether a client without a certificate that the context trusts is refused
 */
public record TlsListenerContext(SSLContext context, boolean needsClientCertificate) {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** Returns the settings of each connection. */
    public SSLParameters parameters() {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(PROTOCOLS.clone());
        parameters.setNeedClientAuth(needsClientCertificate);
        return parameters;
    }
}
