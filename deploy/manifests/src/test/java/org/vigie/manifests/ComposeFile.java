package org.vigie.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads the services of a compose file.
 *
 * @param tree the whole file
 */
record ComposeFile(JsonNode tree) {
    /** Matches a variable with its default: {@code ${NAME:-value}} and {@code ${NAME-value}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:?-([^}]*)}");

    static ComposeFile read() {
        return new ComposeFile(ManifestFiles.yaml(ManifestFiles.DEPLOY.resolve("compose/compose.yaml")));
    }

    Map<String, JsonNode> services() {
        return entries(tree.path("services"));
    }

    /** Returns the services that run code of Vigie, each with the name of its app. */
    Map<String, String> apps() {
        Map<String, String> apps = new TreeMap<>();
        services().forEach((service, node) -> app(service, node).ifPresent(app -> apps.put(service, app)));
        return apps;
    }

    /** Returns the environment of a service with every default in the place of its variable. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        entries(services().get(service).path("environment"))
                .forEach((name, value) ->
                        environment.put(name, VARIABLE.matcher(value.asText()).replaceAll("$1")));
        return environment;
    }

    static Map<String, JsonNode> entries(JsonNode object) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        object.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    static Stream<String> texts(JsonNode array) {
        Iterator<JsonNode> elements = array.elements();
        return StreamSupport.stream(((Iterable<JsonNode>) () -> elements).spliterator(), false)
                .map(JsonNode::asText);
    }

    private static Optional<String> app(String service, JsonNode node) {
        if (service.startsWith("flink-")) {
            return Optional.of("risk-flink");
        }
        if (service.equals("model-server-gpu")) {
            return Optional.of("model-server");
        }
        List<String> command = texts(node.path("command")).toList();
        return node.path("image").asText().contains("VIGIE_IMAGE")
                ? Optional.of(command.get(command.size() - 1))
                : Optional.empty();
    }
}
