package org.vigie.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Optional;

/** One thing that the log says. An empty subject in {@link Level} and {@link Write} means all subjects. */
sealed interface Entry {
    /** A schema under a subject; {@code deleted} hides it from the subject, its id stays readable. */
    record Version(String subject, int version, int id, String schema, boolean deleted) implements Entry {
        Version hidden() {
            return new Version(subject, version, id, schema, true);
        }
    }

    /** A version deleted for good. */
    record Gone(String subject, int version) implements Entry {}

    /** Every version up to this one hidden; Confluent's registry writes it, ours only reads it. */
    record SubjectHidden(String subject, int upTo) implements Entry {}

    /** What a new version must keep; none of its own when {@code level} is empty. */
    record Level(Optional<String> subject, Optional<CompatibilityLevel> level) implements Entry {}

    /** Whether a subject takes new versions; none of its own when {@code mode} is empty. */
    record Write(Optional<String> subject, Optional<Mode> mode) implements Entry {}

    /** Whether a subject takes new versions. */
    enum Mode {
        READWRITE,
        READONLY
    }

    /** Something that only concerns registries among themselves. */
    record Other() implements Entry {}
}
