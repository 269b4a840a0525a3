package org.vigie.gateway.fhir.rest;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.gateway.read.SenderClock;
import org.vigie.http.RequestGuard;

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
 */
public record FhirEndpointConfig(
        String host,
        int port,
        List<String> allowedHosts,
        Optional<String> token,
        Path tokens,
        int maxBodyBytes,
        String zone) {
    public FhirEndpointConfig {
        require(!host.isBlank(), "host", "a host", host);
        require(port >= 0 && port <= 65_535, "port", "0 to 65535", port);
        allowedHosts = List.copyOf(allowedHosts);
        var unusedGuard = RequestGuard.of(host, allowedHosts);
        require(token.isEmpty() || token.get().length() >= 16, "token", "at least 16 characters", "shorter");
        require(maxBodyBytes >= 1_024, "maxBodyBytes", "at least 1024", maxBodyBytes);
        var unusedZone = ZoneId.of(zone);
        tokens = tokens.toAbsolutePath();
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
