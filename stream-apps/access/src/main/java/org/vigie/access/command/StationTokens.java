package org.vigie.access.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.platform.http.WholeAnswerClient;
import org.vigie.schemas.tls.ClientTlsConfig;

/**
 * Asks the station of a ward which principal a token belongs to.
 *
 * @param station address of its page, {@code https://icu.example}
 * @param tls whom the client trusts
 */
record StationTokens(URI station, ClientTlsConfig tls) implements TokenProof {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    /** @throws IllegalStateException when the station gives no answer, or one that names no role */
    @Override
    public Optional<Principal> principal(String token) {
        HttpResponse<String> answer = ask(token);
        if (REFUSED.contains(answer.statusCode())) {
            return Optional.empty();
        }
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(
                    "--station: " + station + " must answer 200 or 401, answered " + answer.statusCode());
        }
        return Optional.of(principalOf(answer.body()));
    }

    private HttpResponse<String> ask(String token) {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(TIMEOUT);
        tls.context().ifPresent(client::sslContext);
        var user = URI.create(station.toString().replaceAll("/+$", "") + "/api/user");
        var request = HttpRequest.newBuilder(user)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return new WholeAnswerClient(client.build(), TIMEOUT).send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("--station: no station answers at " + station, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("--station: interrupted while asking " + station, e);
        }
    }

    private Principal principalOf(String body) {
        try {
            JsonNode user = JSON.readTree(body);
            Set<String> units = new HashSet<>();
            user.path("units").forEach(unit -> units.add(unit.asText()));
            AccessRole role = AccessRole.named(user.path("role").asText()).orElseThrow();
            return Principal.of(user.path("name").asText(), role, new UnitScope(units));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("--station: " + station + " must answer with a name, a role and units", e);
        }
    }
}
