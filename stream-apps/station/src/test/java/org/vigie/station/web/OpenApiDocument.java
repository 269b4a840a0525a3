package org.vigie.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the OpenAPI description of the station, and checks values against its schemas. */
final class OpenApiDocument {
    static final Path FILE = Path.of("src/main/resources/org/vigie/station/page/api/openapi.yaml");

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode root;

    OpenApiDocument() throws IOException {
        root = new YAMLMapper().readTree(Files.readString(FILE));
    }

    /**
     * Holds one operation of the API.
     *
     * @param method in lower case: {@code get}
     * @param path with its parameters in braces
     * @param body what the document says of it
     */
    record ApiOperation(String method, String path, JsonNode body) {
        String right() {
            return body.path("x-right").asText();
        }

        Set<String> statuses() {
            Set<String> named = new TreeSet<>();
            body.path("responses").fieldNames().forEachRemaining(named::add);
            return named;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<ApiOperation> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new ApiOperation(method.getKey(), path.getKey(), method.getValue())))
                .toList();
    }

    /** Returns the schema of an answer's content; empty when the document does not describe such an answer. */
    Optional<JsonNode> schema(ApiOperation operation, int status, String contentType) {
        JsonNode response = resolved(operation.body().path("responses").path(String.valueOf(status)));
        JsonNode schema = response.path("content")
                .path(contentType.replaceFirst(";.*", ""))
                .path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    /** Returns what a value violates of a schema; empty when it has the described form. */
    List<String> problems(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.path("components")); // where the references lead
        return SCHEMAS.getSchema(whole).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    /** Returns every reference of the document that leads nowhere. */
    List<String> brokenReferences() {
        return root.findValuesAsText("$ref").stream()
                .filter(reference -> root.at(reference.substring(1)).isMissingNode())
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }
}
