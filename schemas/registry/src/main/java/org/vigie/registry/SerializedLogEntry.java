package org.vigie.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.registry.SchemaLogEntry.CompatibilitySetting;
import org.vigie.registry.SchemaLogEntry.IgnoredEntry;
import org.vigie.registry.SchemaLogEntry.ModeSetting;
import org.vigie.registry.SchemaLogEntry.SchemaVersion;
import org.vigie.registry.SchemaLogEntry.SubjectMode;
import org.vigie.registry.SchemaLogEntry.SubjectSoftDeleted;
import org.vigie.registry.SchemaLogEntry.VersionHardDeleted;

/**
 * Holds one record of {@code _schemas} as bytes: a JSON key and a JSON value, as Confluent's registry writes them.
 *
 * @param value null for a deletion
 */
record SerializedLogEntry(byte[] key, byte @Nullable [] value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static SerializedLogEntry of(SchemaLogEntry entry) {
        JsonNode value = entry.value();
        return new SerializedLogEntry(bytes(entry.key()), value.isNull() ? null : bytes(value));
    }

    /**
     * Reads the entry.
     *
     * @throws IOException when key or value is not JSON
     */
    SchemaLogEntry parse() throws IOException {
        JsonNode keyJson = JSON.readTree(key);
        JsonNode valueJson = value == null ? JSON.nullNode() : JSON.readTree(value);
        Optional<String> subject = text(keyJson, "subject");
        return switch (keyJson.path("keytype").asText()) {
            case "SCHEMA" ->
                schema(subject.orElseThrow(), keyJson.path("version").asInt(), valueJson);
            case "DELETE_SUBJECT" ->
                new SubjectSoftDeleted(
                        subject.orElseThrow(), valueJson.path("version").asInt());
            case "CONFIG" ->
                new CompatibilitySetting(
                        subject, text(valueJson, "compatibilityLevel").map(CompatibilityLevel::forName));
            case "MODE" -> new ModeSetting(subject, text(valueJson, "mode").map(SerializedLogEntry::mode));
            default -> new IgnoredEntry();
        };
    }

    private static SchemaLogEntry schema(String subject, int version, JsonNode valueJson) {
        return valueJson.isNull()
                ? new VersionHardDeleted(subject, version)
                : new SchemaVersion(
                        subject,
                        version,
                        valueJson.path("id").asInt(),
                        valueJson.path("schema").asText(),
                        valueJson.path("deleted").asBoolean());
    }

    /** Maps Confluent's further modes to READONLY: each of them keeps ordinary writers out. */
    private static SubjectMode mode(String name) {
        return name.equals(SubjectMode.READWRITE.name()) ? SubjectMode.READWRITE : SubjectMode.READONLY;
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The entry cannot be written as JSON: " + node, e);
        }
    }
}
