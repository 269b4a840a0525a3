package org.vigie.registry;

import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.List;
import java.util.Optional;
import org.vigie.registry.SchemaLogEntry.CompatibilitySetting;
import org.vigie.registry.SchemaLogEntry.ModeSetting;
import org.vigie.registry.SchemaLogEntry.SchemaVersion;
import org.vigie.registry.SchemaLogEntry.SubjectMode;
import org.vigie.registry.SchemaLogEntry.VersionHardDeleted;

/** Applies the registry's rules. Each change is in the log before it takes effect. Safe for use by many threads. */
final class SchemaRegistry {
    static final String LATEST = "latest";

    private final SchemaSubjects subjects;
    private final SchemaLogWriter journal;

    /** @param subjects state that the log holds already */
    SchemaRegistry(SchemaSubjects subjects, SchemaLogWriter journal) {
        this.subjects = subjects;
        this.journal = journal;
    }

    /** Registers a schema and returns its version, a new one or an existing one. */
    synchronized SchemaVersion register(String subject, AvroSchema schema) {
        Optional<SchemaVersion> known = find(subjects.activeVersions(subject), schema);
        if (known.isPresent()) {
            return known.get();
        }
        requireWritable(subject);
        List<String> differences = differences(subject, schema, subjects.activeVersions(subject));
        if (!differences.isEmpty()) {
            throw RegistryException.incompatible(subject, differences);
        }
        String text = schema.canonicalString();
        var added = new SchemaVersion(subject, subjects.nextVersion(subject), subjects.idFor(text), text, false);
        record(added);
        return added;
    }

    synchronized SchemaVersion lookUp(String subject, AvroSchema schema, boolean hiddenToo) {
        return find(versions(subject, hiddenToo), schema).orElseThrow(RegistryException::schemaNotFound);
    }

    /** Returns the differences that the compatibility level of the subject forbids; empty when the schema may be registered. */
    synchronized List<String> test(String subject, AvroSchema schema, Optional<String> version) {
        if (subjects.activeVersions(subject).isEmpty()
                && version.filter(SchemaRegistry::isLatest).isPresent()) {
            return List.of();
        }
        return differences(
                subject,
                schema,
                version.map(one -> List.of(version(subject, one, false))).orElseGet(() -> versions(subject, false)));
    }

    private List<String> differences(String subject, AvroSchema schema, List<SchemaVersion> before) {
        List<ParsedSchema> parsed = before.stream()
                .<ParsedSchema>map(version -> new AvroSchema(version.schema()))
                .toList();
        return CompatibilityChecker.checker(level(Optional.of(subject))).isCompatible(schema, parsed);
    }

    private static Optional<SchemaVersion> find(List<SchemaVersion> versions, AvroSchema schema) {
        String text = schema.canonicalString();
        return versions.stream()
                .filter(version -> version.schema().equals(text))
                .findFirst();
    }

    synchronized List<String> names(boolean hiddenToo) {
        return subjects.names(hiddenToo);
    }

    /** Returns all versions of a subject, oldest first; never empty. */
    synchronized List<SchemaVersion> versions(String subject, boolean hiddenToo) {
        List<SchemaVersion> versions = hiddenToo ? subjects.allVersions(subject) : subjects.activeVersions(subject);
        if (versions.isEmpty()) {
            throw RegistryException.subjectNotFound(subject);
        }
        return versions;
    }

    /** @param version a number, {@code latest} or -1 */
    synchronized SchemaVersion version(String subject, String version, boolean hiddenToo) {
        List<SchemaVersion> versions = versions(subject, hiddenToo);
        if (isLatest(version)) {
            return versions.get(versions.size() - 1);
        }
        int number = number(version);
        return versions.stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryException.versionNotFound(version));
    }

    /** Returns the versions with this schema; never empty. */
    synchronized List<SchemaVersion> withId(int id) {
        List<SchemaVersion> versions = subjects.withId(id);
        if (versions.isEmpty()) {
            throw RegistryException.schemaNotFound();
        }
        return versions;
    }

    /** Hides a subject, or deletes a hidden one for good. */
    synchronized List<SchemaVersion> delete(String subject, boolean permanent) {
        requireWritable(subject);
        List<SchemaVersion> versions = versions(subject, permanent);
        if (permanent && !subjects.activeVersions(subject).isEmpty()) {
            throw RegistryException.subjectNotDeletedFirst(subject);
        }
        versions.forEach(version -> remove(version, permanent));
        return versions;
    }

    /** Hides a version, or deletes a hidden one for good. */
    synchronized SchemaVersion delete(String subject, String number, boolean permanent) {
        requireWritable(subject);
        SchemaVersion version = version(subject, number, permanent);
        if (permanent && !version.deleted()) {
            throw RegistryException.versionNotDeletedFirst(subject, version.version());
        }
        remove(version, permanent);
        return version;
    }

    private void remove(SchemaVersion version, boolean permanent) {
        record(permanent ? new VersionHardDeleted(version.subject(), version.version()) : version.softDeleted());
    }

    /** Returns the effective level: the subject's own, or else that of all subjects. */
    synchronized CompatibilityLevel level(Optional<String> subject) {
        return subjects.level(subject)
                .or(() -> subjects.level(Optional.empty()))
                .orElse(CompatibilityLevel.BACKWARD);
    }

    synchronized CompatibilityLevel ownLevel(String subject) {
        return subjects.level(Optional.of(subject)).orElseThrow(() -> RegistryException.noLevelOfItsOwn(subject));
    }

    synchronized void setLevel(Optional<String> subject, Optional<CompatibilityLevel> level) {
        record(new CompatibilitySetting(subject, level));
    }

    /** Returns the effective mode: the subject's own, or else that of all subjects. */
    synchronized SubjectMode mode(Optional<String> subject) {
        return subjects.mode(subject).or(() -> subjects.mode(Optional.empty())).orElse(SubjectMode.READWRITE);
    }

    synchronized SubjectMode ownMode(String subject) {
        return subjects.mode(Optional.of(subject)).orElseThrow(() -> RegistryException.noModeOfItsOwn(subject));
    }

    synchronized void setMode(Optional<String> subject, Optional<SubjectMode> mode) {
        record(new ModeSetting(subject, mode));
    }

    private void requireWritable(String subject) {
        if (mode(Optional.of(subject)) == SubjectMode.READONLY) {
            throw RegistryException.readOnly(subject);
        }
    }

    private void record(SchemaLogEntry entry) {
        journal.append(entry);
        subjects.apply(entry);
    }

    private static boolean isLatest(String version) {
        return version.equals(LATEST) || version.equals("-1");
    }

    private static int number(String version) {
        try {
            int number = Integer.parseInt(version);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw RegistryException.invalidVersion(version);
        }
        throw RegistryException.invalidVersion(version);
    }
}
