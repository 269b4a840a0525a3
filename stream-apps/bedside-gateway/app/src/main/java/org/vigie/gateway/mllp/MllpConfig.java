package org.vigie.gateway.mllp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Configures the MLLP listener.
 *
 * @param host address to bind to
 * @param port 0 for any free port
 * @param maxFrameBytes a longer frame closes its connection
 * @param maxConnections a further connection is closed at once
 * @param idle a connection is closed when it sends nothing, or takes no answer, for this long
 * @param keyStore PKCS#12 with the certificate of the listener; empty for no TLS
 * @param trustStore PKCS#12 with the certificates that sign clients; empty when clients need no certificate
 * @param storePassword password of both stores
 */
public record MllpConfig(
        String host,
        int port,
        int maxFrameBytes,
        int maxConnections,
        Duration idle,
        Optional<Path> keyStore,
        Optional<Path> trustStore,
        Optional<String> storePassword) {
    public MllpConfig {
        require(!host.isBlank(), "host", "a host", host);
        require(port >= 0 && port <= 65_535, "port", "0 to 65535", port);
        require(maxFrameBytes >= 1_024, "maxFrameBytes", "at least 1024", maxFrameBytes);
        require(maxConnections >= 1, "maxConnections", "positive", maxConnections);
        require(!idle.isNegative() && !idle.isZero(), "idle", "positive", idle);
        require(trustStore.isEmpty() || keyStore.isPresent(), "trustStore", "left out without keyStore", "given");
    }

    private static void require(boolean holds, String key, String rule, Object was) {
        if (!holds) {
            throw new IllegalArgumentException("mllp." + key + ": must be " + rule + ", was " + was);
        }
    }

    public static MllpConfig defaults() {
        return new MllpConfig(
                "127.0.0.1",
                12575,
                4 << 20,
                1_000,
                Duration.ofMinutes(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
