package org.vigie.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.confluent.kafka.schemaregistry.client.rest.Versions;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.registry.RegistryApi.RawJson;

/** Routes requests, and writes answers and refusals as JSON. */
final class RegistryHttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttpHandler.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int BROKEN = 500;
    /** The largest body of a request. Vigie's largest schema has some 10 KiB. */
    static final int MOST_BYTES = 1 << 20;

    private final List<RegistryRoute> routes;
    private final RegistryAccess access;

    RegistryHttpHandler(List<RegistryRoute> routes, RegistryAccess access) {
        this.routes = routes;
        this.access = access;
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerOrRefuse(exchange);
        }
    }

    private void answerOrRefuse(HttpExchange exchange) throws IOException {
        try {
            send(exchange, OK, answer(exchange));
        } catch (RegistryException e) {
            send(exchange, e.status(), new ErrorMessage(e.code(), e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            send(exchange, BROKEN, new ErrorMessage(BROKEN, "Internal Server Error"));
        }
    }

    private Object answer(HttpExchange exchange) throws IOException {
        URI address = exchange.getRequestURI();
        List<String> parts = RegistryRoute.split(address.getRawPath()).stream()
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        for (RegistryRoute route : routes) {
            Optional<List<String>> arguments = route.match(exchange.getRequestMethod(), parts);
            if (arguments.isPresent()) {
                requireAccess(exchange, route);
                return route.answer().apply(new RegistryRequest(arguments.get(), query(address), body(exchange)));
            }
        }
        throw RegistryException.noSuchAddress(exchange.getRequestMethod() + " " + address);
    }

    private void requireAccess(HttpExchange exchange, RegistryRoute route) {
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        String asked = route.method() + " /" + String.join("/", route.places());
        access.refusal(authorization, route.isChange(), asked).ifPresent(refusal -> {
            throw RegistryException.refused(refusal);
        });
    }

    private static String query(URI address) {
        return Optional.ofNullable(address.getQuery()).orElse("");
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw RegistryException.tooLarge(MOST_BYTES);
        }
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw RegistryException.badRequest(e);
        }
    }

    static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] bytes = answer instanceof RawJson rawJson
                ? rawJson.json().getBytes(StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", Versions.SCHEMA_REGISTRY_V1_JSON);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
