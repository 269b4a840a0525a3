package org.vigie.gateway.fhir.rest;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.gateway.read.SenderClock;
import org.vigie.http.RequestGuard;
import org.vigie.platform.tls.ServerTlsConfig;

/**
 * Configures the FHIR endpoint.
 *
 * @param host address to bind to
 * @param port 0 for any free port
 * @param allowedHosts names of the endpoint that senders use, with a port or without, beside loopback and {@code host}
 * @param token of a program with the role {@code service} ({@code Authorization: Bearer ...}), beside those in {@code tokens}
 * @param tokens folder of the API tokens, one file for each program; without {@code token} the gateway makes the token {@code ward} in it
 * @param maxBodyBytes a larger request is refused (413)
 * @param zone time zone of senders that give none
 * @param tls certificate with which the endpoint speaks HTTPS
 */
public record FhirEndpointConfig(
        String host,
        int port,
        List<String> allowedHosts,
        Optional<String> token,
        Path tokens,
        int maxBodyBytes,
        String zone,
        ServerTlsConfig tls) {
    public FhirEndpointConfig {
        require(!host.isBlank(), "host", "a host", host);
        require(port >= 0 && port <= 65_535, "port", "0 to 65535", port);
        allowedHosts = List.copyOf(allowedHosts);
        var unusedGuard = RequestGuard.of(host, allowedHosts);
        require(token.isEmpty() || token.get().length() >= 16, "token", "at least 16 characters", "shorter");
        require(maxBodyBytes >= 1_024, "maxBodyBytes", "at least 1024", maxBodyBytes);
        var unusedZone = ZoneId.of(zone);
        tokens = tokens.toAbsolutePath();
        tls.requireBeyondLoopback("fhir.", host);
    }

    /** Creates the configuration of an endpoint that speaks HTTP. */
    public FhirEndpointConfig(
            String host,
            int port,
            List<String> allowedHosts,
            Optional<String> token,
            Path tokens,
            int maxBodyBytes,
            String zone) {
        this(host, port, allowedHosts, token, tokens, maxBodyBytes, zone, ServerTlsConfig.defaults());
    }

    /** Returns the same endpoint with HTTPS. */
    public FhirEndpointConfig withTls(ServerTlsConfig other) {
        return new FhirEndpointConfig(host, port, allowedHosts, token, tokens, maxBodyBytes, zone, other);
    }

    /** Returns which programs get an answer. */
    public ProgramAccessConfig access() {
        return new ProgramAccessConfig(tokens, token.orElse(""));
    }

    private static void require(boolean holds, String key, String rule, Object was) {
        if (!holds) {
            throw new IllegalArgumentException("fhir." + key + ": must be " + rule + ", was " + was);
        }
    }

    public static FhirEndpointConfig defaults() {
        return new FhirEndpointConfig(
                "127.0.0.1",
                18083,
                List.of(),
                Optional.empty(),
                ProgramAccessConfig.defaults().tokens(),
                4 << 20,
                SenderClock.DEFAULT_ZONE.getId());
    }
}
