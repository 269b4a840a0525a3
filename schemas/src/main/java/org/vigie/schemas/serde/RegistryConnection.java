package org.vigie.schemas.serde;

import io.confluent.kafka.schemaregistry.client.rest.RestService;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.vigie.schemas.tls.ClientTlsConfig;

/**
 * Holds where the schema registry is and which token it wants.
 *
 * @param url {@code http://host:port}; several addresses separated by commas
 * @param tokenFile file whose first word is the API token; no token is sent when it is empty or no such file is there
 * @param tls whom the client trusts, and the certificate that it shows
 * @param client further settings of Confluent's client by its names: {@code basic.auth.user.info}, {@code schema.registry.ssl.keystore.location}
 */
public record RegistryConnection(String url, String tokenFile, ClientTlsConfig tls, Map<String, String> client)
        implements Serializable {
    /** Begins the settings with which Confluent's client logs in by itself. */
    private static final List<String> LOG_IN = List.of("basic.auth.", "bearer.auth.");

    public RegistryConnection {
        client = Map.copyOf(client);
    }

    /** Creates a connection without further settings of the client. */
    public RegistryConnection(String url, String tokenFile, ClientTlsConfig tls) {
        this(url, tokenFile, tls, Map.of());
    }

    /** Creates a connection that trusts what Java trusts. */
    public RegistryConnection(String url, String tokenFile) {
        this(url, tokenFile, ClientTlsConfig.defaults());
    }

    /** Sets the certificates of a connection. The client of the registry sets its own at its start, so that this comes after it. */
    void secure(RestService rest) {
        tls.context().map(SSLContext::getSocketFactory).ifPresent(rest::setSslSocketFactory);
    }

    /** Returns the headers of each request: none with the ward's token when the settings have a log-in. The file is read each time. */
    Map<String, String> headers() {
        boolean hasLogIn =
                client.keySet().stream().anyMatch(key -> LOG_IN.stream().anyMatch(key::startsWith));
        return hasLogIn ? Map.of() : tokenHeader();
    }

    private Map<String, String> tokenHeader() {
        return token().map(token -> Map.of("Authorization", "Bearer " + token)).orElse(Map.of());
    }

    /** Returns the token of the file; empty when it is empty or no such file is there. */
    public Optional<String> token() {
        Path file = Path.of(tokenFile);
        if (tokenFile.isEmpty() || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip().split("\\s+", 2)[0])
                    .filter(token -> !token.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("kafka.registryTokenFile: must be a file that can be read, was " + file, e);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
