package org.vigie.cluster.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Holds what the unit's page shows of its simulated beds. A bed that its patient has left sends nothing and does not count.
 *
 * @param ward answer to {@code GET /api/ward}
 */
record ShownWard(JsonNode ward) {
    /** Returns whether at least so many beds are shown, each with a record that is younger than a time. */
    boolean isFresh(int beds, Instant since) {
        List<JsonNode> occupied = StreamSupport.stream(ward.path("beds").spliterator(), false)
                .filter(ShownWard::isOccupied)
                .toList();
        return occupied.size() >= beds
                && occupied.stream().allMatch(bed -> publishedAt(bed).isAfter(since));
    }

    private static Instant publishedAt(JsonNode bed) {
        return Instant.ofEpochMilli(bed.path("newest").path("publishedAt").asLong());
    }

    private static boolean isOccupied(JsonNode bed) {
        return bed.path("bed").asText().startsWith("REA/")
                && bed.path("newest").isObject()
                && bed.path("occupant").isObject();
    }
}
