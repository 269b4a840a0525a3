package org.vigie.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Optional;

/**
 * Describes one change of the registry, as Confluent's registry records it in the topic {@code _schemas}.
 *
 * <p>An empty subject in {@link CompatibilitySetting} and {@link ModeSetting} means all subjects.
 */
sealed interface SchemaLogEntry {
    /** Returns the JSON key of the record, with its fields in the order that Confluent's registry writes. */
    default ObjectNode key() {
        throw new IllegalStateException("This registry reads such an entry and never writes it: " + this);
    }

    /** Returns the JSON value of the record; a null node deletes the key. */
    default JsonNode value() {
        return JsonNodeFactory.instance.nullNode();
    }

    /** Adds a schema to a subject. {@code deleted} hides it from the subject; its id stays readable. */
    record SchemaVersion(String subject, int version, int id, String schema, boolean deleted)
            implements SchemaLogEntry {
        SchemaVersion softDeleted() {
            return new SchemaVersion(subject, version, id, schema, true);
        }

        @Override
        public ObjectNode key() {
            return schemaKey(subject, version);
        }

        @Override
        public JsonNode value() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("subject", subject)
                    .put("version", version)
                    .put("id", id)
                    .put("schema", schema)
                    .put("deleted", deleted);
        }
    }

    /** Deletes a version for good. */
    record VersionHardDeleted(String subject, int version) implements SchemaLogEntry {
        @Override
        public ObjectNode key() {
            return schemaKey(subject, version);
        }
    }

    /** Hides every version up to this one. Confluent's registry writes such entries; this registry only reads them. */
    record SubjectSoftDeleted(String subject, int upTo) implements SchemaLogEntry {}

    /** Sets what a new version must keep. An empty {@code level} removes the subject's own setting. */
    record CompatibilitySetting(Optional<String> subject, Optional<CompatibilityLevel> level)
            implements SchemaLogEntry {
        @Override
        public ObjectNode key() {
            return settingKey("CONFIG", subject);
        }

        @Override
        public JsonNode value() {
            return setting("compatibilityLevel", level.map(set -> set.name));
        }
    }

    /** Sets whether a subject takes new versions. An empty {@code mode} removes the subject's own setting. */
    record ModeSetting(Optional<String> subject, Optional<SubjectMode> mode) implements SchemaLogEntry {
        @Override
        public ObjectNode key() {
            return settingKey("MODE", subject);
        }

        @Override
        public JsonNode value() {
            return setting("mode", mode.map(SubjectMode::name));
        }
    }

    /** Lists the modes of a subject. A read-only subject accepts no new version. */
    enum SubjectMode {
        READWRITE,
        READONLY
    }

    /** Stands for an entry that only concerns registries among themselves. */
    record IgnoredEntry() implements SchemaLogEntry {}

    private static ObjectNode schemaKey(String subject, int version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("keytype", "SCHEMA")
                .put("subject", subject)
                .put("version", version)
                .put("magic", 1);
    }

    private static ObjectNode settingKey(String type, Optional<String> subject) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("keytype", type)
                .put("subject", subject.orElse(null))
                .put("magic", 0);
    }

    private static JsonNode setting(String field, Optional<String> set) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return set.<JsonNode>map(value -> json.objectNode().put(field, value)).orElseGet(json::nullNode);
    }
}
