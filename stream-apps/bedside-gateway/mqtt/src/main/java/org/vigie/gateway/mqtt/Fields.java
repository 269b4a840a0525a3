package org.vigie.gateway.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times in a batch. */
final class Fields {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Fields() {}

    /** ISO 8601 with its zone, or milliseconds since 1970; empty for anything else. */
    static Optional<Instant> time(JsonNode field) {
        if (field.isIntegralNumber() && field.canConvertToLong()) {
            Instant time = Instant.ofEpochMilli(field.asLong());
            return time.isAfter(EARLIEST) && time.isBefore(LATEST) ? Optional.of(time) : Optional.empty();
        }
        try {
            return field.isTextual()
                    ? Optional.of(OffsetDateTime.parse(field.asText().strip()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
