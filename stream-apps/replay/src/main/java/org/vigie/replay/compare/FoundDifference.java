package org.vigie.replay.compare;

import java.time.Instant;

/**
 * Describes a record of the ward that the replay gave otherwise, or not at all.
 *
 * @param place topic, partition and offset of the ward's record; the topic of the replay when the ward has none
 * @param text the first field that differs, with both values
 * @param cause what explains it
 */
public record FoundDifference(String kind, String stay, Instant at, String place, String text, String cause) {
    @Override
    public String toString() {
        return "%s of stay %s at %s, %s: %s%n  cause: %s".formatted(kind, stay, at, place, text, cause);
    }
}
