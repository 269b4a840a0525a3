package org.vigie.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Optional;

/** One thing that the log says. An empty subject in {@link CompatibilitySetting} and {@link ModeSetting} means all subjects. */
sealed interface SchemaLogEntry {
    /** A schema under a subject; {@code deleted} hides it from the subject, its id stays readable. */
    record SchemaVersion(String subject, int version, int id, String schema, boolean deleted)
            implements SchemaLogEntry {
        SchemaVersion softDeleted() {
            return new SchemaVersion(subject, version, id, schema, true);
        }
    }

    /** A version deleted for good. */
    record VersionHardDeleted(String subject, int version) implements SchemaLogEntry {}

    /** Every version up to this one hidden; Confluent's registry writes it, ours only reads it. */
    record SubjectSoftDeleted(String subject, int upTo) implements SchemaLogEntry {}

    /** What a new version must keep; none of its own when {@code level} is empty. */
    record CompatibilitySetting(Optional<String> subject, Optional<CompatibilityLevel> level)
            implements SchemaLogEntry {}

    /** Whether a subject takes new versions; none of its own when {@code mode} is empty. */
    record ModeSetting(Optional<String> subject, Optional<SubjectMode> mode) implements SchemaLogEntry {}

    /** Whether a subject takes new versions. */
    enum SubjectMode {
        READWRITE,
        READONLY
    }

    /** Something that only concerns registries among themselves. */
    record IgnoredEntry() implements SchemaLogEntry {}
}
