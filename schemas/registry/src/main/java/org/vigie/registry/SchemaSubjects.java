package org.vigie.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.registry.SchemaLogEntry.CompatibilitySetting;
import org.vigie.registry.SchemaLogEntry.ModeSetting;
import org.vigie.registry.SchemaLogEntry.SchemaVersion;
import org.vigie.registry.SchemaLogEntry.SubjectMode;
import org.vigie.registry.SchemaLogEntry.SubjectSoftDeleted;
import org.vigie.registry.SchemaLogEntry.VersionHardDeleted;

/** Holds the state that the log describes, in memory. Not safe for use by several threads. */
final class SchemaSubjects {
    private final SortedMap<String, NavigableMap<Integer, SchemaVersion>> versions = new TreeMap<>();
    private final Map<Optional<String>, CompatibilityLevel> levels = new HashMap<>();
    private final Map<Optional<String>, SubjectMode> modes = new HashMap<>();
    private int highestId;

    void apply(SchemaLogEntry entry) {
        if (entry instanceof SchemaVersion version) {
            put(version);
        } else if (entry instanceof VersionHardDeleted gone) {
            of(gone.subject()).remove(gone.version());
        } else if (entry instanceof SubjectSoftDeleted hidden) {
            of(hidden.subject()).headMap(hidden.upTo(), true).replaceAll((number, version) -> version.softDeleted());
        } else if (entry instanceof CompatibilitySetting level) {
            set(levels, level.subject(), level.level());
        } else if (entry instanceof ModeSetting write) {
            set(modes, write.subject(), write.mode());
        }
    }

    private void put(SchemaVersion version) {
        of(version.subject()).put(version.version(), version);
        highestId = Math.max(highestId, version.id());
    }

    private static <V> void set(Map<Optional<String>, V> settings, Optional<String> subject, Optional<V> value) {
        value.ifPresentOrElse(present -> settings.put(subject, present), () -> settings.remove(subject));
    }

    private NavigableMap<Integer, SchemaVersion> of(String subject) {
        return versions.computeIfAbsent(subject, unseen -> new TreeMap<>());
    }

    /** Returns all versions, hidden ones too, oldest first. */
    List<SchemaVersion> allVersions(String subject) {
        return List.copyOf(versions.getOrDefault(subject, new TreeMap<>()).values());
    }

    /** Returns the versions that are not hidden, oldest first. */
    List<SchemaVersion> activeVersions(String subject) {
        return allVersions(subject).stream()
                .filter(version -> !version.deleted())
                .toList();
    }

    /** Returns the subjects with at least one version. */
    List<String> names(boolean hiddenToo) {
        return versions.keySet().stream()
                .filter(subject -> !(hiddenToo ? allVersions(subject) : activeVersions(subject)).isEmpty())
                .toList();
    }

    /** Returns the versions with this schema, hidden ones too. */
    List<SchemaVersion> withId(int id) {
        return everything().filter(version -> version.id() == id).toList();
    }

    /** Returns the id of the schema under any subject, or else the next free id. */
    int idFor(String schema) {
        return everything()
                .filter(version -> version.schema().equals(schema))
                .mapToInt(SchemaVersion::id)
                .findFirst()
                .orElse(highestId + 1);
    }

    int nextVersion(String subject) {
        NavigableMap<Integer, SchemaVersion> before = of(subject);
        return before.isEmpty() ? 1 : before.lastKey() + 1;
    }

    Optional<CompatibilityLevel> level(Optional<String> subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    Optional<SubjectMode> mode(Optional<String> subject) {
        return Optional.ofNullable(modes.get(subject));
    }

    private Stream<SchemaVersion> everything() {
        return versions.values().stream().map(NavigableMap::values).flatMap(Collection::stream);
    }
}
