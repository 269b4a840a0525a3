package org.vigie.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.io.IOException;
import java.util.Optional;
import org.vigie.registry.SchemaLogEntry.CompatibilitySetting;
import org.vigie.registry.SchemaLogEntry.IgnoredEntry;
import org.vigie.registry.SchemaLogEntry.ModeSetting;
import org.vigie.registry.SchemaLogEntry.SchemaVersion;
import org.vigie.registry.SchemaLogEntry.SubjectMode;
import org.vigie.registry.SchemaLogEntry.SubjectSoftDeleted;
import org.vigie.registry.SchemaLogEntry.VersionHardDeleted;

/** Entries as Confluent's registry writes them into {@code _schemas}: a JSON key with its fields in this order, a JSON value. */
final class SchemaLogFormat {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaLogFormat() {}

    static byte[] key(SchemaLogEntry entry) {
        ObjectNode key = JSON.createObjectNode();
        if (entry instanceof SchemaVersion version) {
            schemaKey(key, version.subject(), version.version());
        } else if (entry instanceof VersionHardDeleted gone) {
            schemaKey(key, gone.subject(), gone.version());
        } else if (entry instanceof CompatibilitySetting level) {
            settingKey(key, "CONFIG", level.subject());
        } else if (entry instanceof ModeSetting write) {
            settingKey(key, "MODE", write.subject());
        } else {
            throw new IllegalArgumentException("never written: " + entry);
        }
        return bytes(key);
    }

    /** @return null for a deletion */
    static byte[] value(SchemaLogEntry entry) {
        if (entry instanceof SchemaVersion version) {
            return bytes(JSON.createObjectNode()
                    .put("subject", version.subject())
                    .put("version", version.version())
                    .put("id", version.id())
                    .put("schema", version.schema())
                    .put("deleted", version.deleted()));
        } else if (entry instanceof CompatibilitySetting level && level.level().isPresent()) {
            return bytes(JSON.createObjectNode()
                    .put("compatibilityLevel", level.level().get().name));
        } else if (entry instanceof ModeSetting write && write.mode().isPresent()) {
            return bytes(JSON.createObjectNode().put("mode", write.mode().get().name()));
        }
        return null;
    }

    static SchemaLogEntry read(byte[] key, byte[] value) throws IOException {
        JsonNode what = JSON.readTree(key);
        JsonNode said = value == null ? JSON.nullNode() : JSON.readTree(value);
        Optional<String> subject = text(what, "subject");
        return switch (what.path("keytype").asText()) {
            case "SCHEMA" -> schema(subject.orElseThrow(), what.path("version").asInt(), said);
            case "DELETE_SUBJECT" ->
                new SubjectSoftDeleted(
                        subject.orElseThrow(), said.path("version").asInt());
            case "CONFIG" ->
                new CompatibilitySetting(
                        subject, text(said, "compatibilityLevel").map(CompatibilityLevel::forName));
            case "MODE" -> new ModeSetting(subject, text(said, "mode").map(SchemaLogFormat::mode));
            default -> new IgnoredEntry();
        };
    }

    private static SchemaLogEntry schema(String subject, int version, JsonNode said) {
        return said.isNull()
                ? new VersionHardDeleted(subject, version)
                : new SchemaVersion(
                        subject,
                        version,
                        said.path("id").asInt(),
                        said.path("schema").asText(),
                        said.path("deleted").asBoolean());
    }

    /** Confluent knows more modes; each of them keeps ordinary writers out. */
    private static SubjectMode mode(String name) {
        return name.equals(SubjectMode.READWRITE.name()) ? SubjectMode.READWRITE : SubjectMode.READONLY;
    }

    private static void schemaKey(ObjectNode key, String subject, int version) {
        key.put("keytype", "SCHEMA")
                .put("subject", subject)
                .put("version", version)
                .put("magic", 1);
    }

    private static void settingKey(ObjectNode key, String type, Optional<String> subject) {
        key.put("keytype", type).put("subject", subject.orElse(null)).put("magic", 0);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that is no JSON", e);
        }
    }
}
