package org.vigie.sink.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.vigie.http.ListenHost;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.schemas.tls.PemAuthorities;

/**
 * Configures how the rows and the password of the store are encrypted on their way.
 *
 * @param authorities PEM file with the certificates that are trusted for a store at {@code https}; empty for those of Java
 * @param plainHosts hosts beyond loopback that {@code http} may reach, because the network to them encrypts, or is that of one machine. A host is
 *     named, so that another store in {@code storeUrl} is not reached in clear by an old setting
 */
public record StoreTlsConfig(Optional<Path> authorities, List<String> plainHosts) {
    public StoreTlsConfig {
        plainHosts = List.copyOf(plainHosts);
        plainHosts.forEach(host -> {
            if (host.isBlank() || host.contains("/") || host.contains("*")) {
                throw new IllegalArgumentException(
                        "storeTls.plainHosts: must be names of hosts as storeUrl has them, was '" + host + "'");
            }
        });
    }

    /** Returns the configuration that trusts what Java trusts. */
    public static StoreTlsConfig defaults() {
        return new StoreTlsConfig(Optional.empty(), List.of());
    }

    /**
     * Requires encryption to a store on another machine.
     *
     * @throws IllegalArgumentException when the password and the rows would cross the network in clear
     */
    public void requireFor(URI store) {
        if (store.getHost() == null) {
            throw new IllegalArgumentException("storeUrl: must name a host, was '" + store + "'");
        }
        boolean isClear = "http".equals(store.getScheme()) && !new ListenHost(store.getHost()).isLoopback();
        if (isClear && !plainHosts.contains(store.getHost())) {
            throw new IllegalArgumentException("storeUrl: '" + store + "' is beyond loopback, where http would show the"
                    + " password and the rows; name https:// (storeTls.authorities holds the certificates that are trusted), or name"
                    + " the host in storeTls.plainHosts where the network encrypts, was " + plainHosts);
        }
    }

    /**
     * Returns what trusts the named certificates and no others; empty for what Java trusts.
     *
     * @throws IllegalStateException when the file cannot be used
     */
    Optional<SSLContext> context() {
        return authorities.map(ClientTlsConfig::trusting).flatMap(ClientTlsConfig::context);
    }

    /** Lets a client of OkHttp trust the named certificates and no others. */
    void addTo(OkHttpClient.Builder client) {
        context().ifPresent(context -> client.sslSocketFactory(context.getSocketFactory(), trust()));
    }

    private X509TrustManager trust() {
        try {
            return Arrays.stream(new PemAuthorities(authorities.orElseThrow()).trustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("storeTls.authorities: must be PEM certificates, was " + authorities, e);
        }
    }
}
