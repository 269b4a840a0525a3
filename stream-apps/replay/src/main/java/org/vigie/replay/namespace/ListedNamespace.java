package org.vigie.replay.namespace;

import java.util.Set;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Describes one namespace of a broker.
 *
 * @param topics full names
 * @param records number of offsets of all its topics; a compacted topic holds fewer records
 */
public record ListedNamespace(String name, Set<String> topics, long records) {
    public ListedNamespace {
        topics = Set.copyOf(topics);
    }

    /** Returns {@code replay} or {@code ward}. */
    public String kind() {
        return TopicCatalogue.isReplay(name) ? "replay" : "ward";
    }

    @Override
    public String toString() {
        return "%-31s %-6s %3d topics %,12d records".formatted(name, kind(), topics.size(), records);
    }
}
