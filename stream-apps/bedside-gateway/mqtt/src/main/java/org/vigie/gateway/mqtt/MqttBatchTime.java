package org.vigie.gateway.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Represents the time of a batch or of a reading: an instant, nothing, or something that is no instant. A number is milliseconds since
 * 1970; other units are not guessed.
 */
sealed interface MqttBatchTime {
    Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    String MILLISECONDS = "milliseconds since 1970";
    String EXPECTED = MILLISECONDS + ", or ISO 8601 with its zone";

    /** The westernmost offset in use. The offsets are the same as in HL7. */
    int WESTERNMOST = -12 * 3600;

    int EASTERNMOST = 14 * 3600;

    MqttBatchTime MISSING = new MissingBatchTime();

    /** Stands for a field that holds an instant. */
    record BatchInstant(Instant time) implements MqttBatchTime {
        @Override
        public Optional<Instant> instant() {
            return Optional.of(time);
        }
    }

    /** Stands for a field that is missing or null. */
    record MissingBatchTime() implements MqttBatchTime {
        @Override
        public Optional<Instant> instant() {
            return Optional.empty();
        }
    }

    /**
     * Stands for a field that is filled and holds no instant.
     *
     * @param sent text of the field
     * @param expected what is expected in its place
     */
    record UnreadableBatchTime(String sent, String expected) implements MqttBatchTime {
        @Override
        public Optional<Instant> instant() {
            return Optional.empty();
        }
    }

    /** Returns the instant. Empty when there is none. */
    Optional<Instant> instant();

    /** Reads a time: ISO 8601 with its zone, or milliseconds since 1970, from 2000 to 2199. */
    static MqttBatchTime read(JsonNode field) {
        if (field.isMissingNode() || field.isNull()) {
            return MISSING;
        }
        if (field.isIntegralNumber()) {
            return field.canConvertToLong()
                    ? millis(field.asLong())
                    : new UnreadableBatchTime(field.asText(), EXPECTED);
        }
        return field.isTextual()
                ? text(field.asText().strip())
                : new UnreadableBatchTime(field.isValueNode() ? field.asText() : "", EXPECTED);
    }

    private static MqttBatchTime millis(long sent) {
        Instant time = Instant.ofEpochMilli(sent);
        return isPlausible(time)
                ? new BatchInstant(time)
                : new UnreadableBatchTime(Long.toString(sent), MILLISECONDS + foundUnit(sent));
    }

    /** Returns a hint at the unit of a number, for the integrator only. A guess would shift a value by a factor of a thousand. */
    private static String foundUnit(long sent) {
        if (Math.abs(sent) < LATEST.toEpochMilli() && isPlausible(Instant.ofEpochSecond(sent))) {
            return "; these look like seconds";
        }
        if (isPlausible(Instant.ofEpochMilli(sent / 1_000))) {
            return "; these look like microseconds";
        }
        return isPlausible(Instant.ofEpochMilli(sent / 1_000_000))
                ? "; these look like nanoseconds"
                : ", from 2000 to 2199";
    }

    private static MqttBatchTime text(String sent) {
        try {
            return exact(sent, OffsetDateTime.parse(sent));
        } catch (DateTimeException e) {
            return new UnreadableBatchTime(sent, isLocal(sent) ? "ISO 8601 with its zone; this has none" : EXPECTED);
        }
    }

    private static MqttBatchTime exact(String sent, OffsetDateTime read) {
        int offset = read.getOffset().getTotalSeconds();
        if (offset < WESTERNMOST || offset > EASTERNMOST) {
            return new UnreadableBatchTime(sent, "an offset from -12:00 to +14:00");
        }
        Instant time = read.toInstant();
        return isPlausible(time) ? new BatchInstant(time) : new UnreadableBatchTime(sent, "a time from 2000 to 2199");
    }

    private static boolean isLocal(String sent) {
        try {
            var unused = LocalDateTime.parse(sent);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPlausible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }
}
