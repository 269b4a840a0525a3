package org.vigie.cli.osv;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * Describes vulnerable versions by the events of an advisory, in Maven's order of versions.
 *
 * @param events sorted by version
 */
record VersionRange(List<RangeEvent> events) {
    /** Stands for the first version of all. */
    private static final String FIRST = "0";

    /** Says what begins or ends at a version. */
    enum RangeEventKind {
        INTRODUCED,
        LAST_AFFECTED,
        FIXED
    }

    /** Holds one event of a range. */
    record RangeEvent(RangeEventKind kind, ComparableVersion version) {
        static Stream<RangeEvent> of(JsonNode event) {
            return Stream.of(
                            read(event, "introduced", RangeEventKind.INTRODUCED),
                            read(event, "last_affected", RangeEventKind.LAST_AFFECTED),
                            read(event, "fixed", RangeEventKind.FIXED))
                    .flatMap(found -> found);
        }

        private static Stream<RangeEvent> read(JsonNode event, String field, RangeEventKind kind) {
            return event.has(field)
                    ? Stream.of(new RangeEvent(
                            kind, new ComparableVersion(event.path(field).asText())))
                    : Stream.of();
        }
    }

    /** Range types whose events are versions of Maven; the events of others, such as GIT, are not. */
    private static final Set<String> COMPARED = Set.of("ECOSYSTEM", "SEMVER");

    /** Reads the ranges of an advisory that name versions. */
    static List<VersionRange> of(JsonNode affected) {
        List<VersionRange> ranges = new ArrayList<>();
        for (JsonNode range : affected.path("ranges")) {
            if (COMPARED.contains(range.path("type").asText())) {
                List<RangeEvent> events = new ArrayList<>();
                range.path("events").forEach(event -> RangeEvent.of(event).forEach(events::add));
                events.sort(Comparator.comparing(RangeEvent::version).thenComparing(RangeEvent::kind));
                ranges.add(new VersionRange(List.copyOf(events)));
            }
        }
        return ranges;
    }

    boolean holds(String version) {
        var compared = new ComparableVersion(version);
        boolean isVulnerable = false;
        for (RangeEvent event : events) {
            int order = compared.compareTo(event.version());
            switch (event.kind()) {
                case INTRODUCED ->
                    isVulnerable |= order >= 0 || event.version().toString().equals(FIRST);
                case FIXED -> isVulnerable &= order < 0;
                case LAST_AFFECTED -> isVulnerable &= order <= 0;
            }
        }
        return isVulnerable;
    }

    /** Returns the versions that are no longer vulnerable. */
    List<String> fixes() {
        return events.stream()
                .filter(event -> event.kind() == RangeEventKind.FIXED)
                .map(event -> event.version().toString())
                .toList();
    }
}
