package org.vigie.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Checks a FlinkDeployment against the custom resource definition that the operator's own artefact holds. */
final class FlinkDeploymentSchema {
    private static final String DEFINITION = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
    private static final JsonSchema SCHEMA = schema();

    private FlinkDeploymentSchema() {}

    static List<String> problems(JsonNode deployment) {
        JsonNode own = deployment.deepCopy();
        ((ObjectNode) own).remove(List.of("apiVersion", "kind", "metadata"));
        return SCHEMA.validate(own).stream().map(ValidationMessage::getMessage).toList();
    }

    private static JsonSchema schema() {
        JsonNode root = definition().at("/spec/versions/0/schema/openAPIV3Schema");
        close(root);
        // The newest definition on Maven Central ends with Flink 1.20; later operators know Flink 2.
        ((ObjectNode) root.at("/properties/spec/properties/flinkVersion")).remove("enum");
        return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(root);
    }

    /** Kubernetes drops an unknown property without a word; here it is a problem. */
    private static void close(JsonNode schema) {
        if (schema.has("properties")
                && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(FlinkDeploymentSchema::close);
    }

    private static JsonNode definition() {
        try (InputStream in = Objects.requireNonNull(FlinkDeploymentSchema.class.getResourceAsStream(DEFINITION))) {
            return ManifestFiles.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
