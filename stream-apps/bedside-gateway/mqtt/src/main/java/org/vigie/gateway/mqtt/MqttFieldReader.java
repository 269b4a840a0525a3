package org.vigie.gateway.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** Reads the times and words of a batch. A number is milliseconds since 1970 and nothing else: its unit is never guessed. */
final class MqttFieldReader {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String MILLISECONDS = "milliseconds since 1970";
    static final String EXPECTED = MILLISECONDS + ", or ISO 8601 with its zone";

    /** The offsets in use, from the date line to the date line; the same as in HL7. */
    private static final int WESTERNMOST = -12 * 3600;

    private static final int EASTERNMOST = 14 * 3600;

    private MqttFieldReader() {}

    /** Text or a whole number. What is not there, or null, is an empty word. */
    static boolean isWord(JsonNode field) {
        return field.isMissingNode() || field.isNull() || field.isTextual() || field.isIntegralNumber();
    }

    /** ISO 8601 with its zone, or milliseconds since 1970, from 2000 to 2199; of anything else what was expected in its place. */
    static MqttBatchTime time(JsonNode field) {
        if (field.isMissingNode() || field.isNull()) {
            return MqttBatchTime.MISSING;
        }
        if (field.isIntegralNumber()) {
            return field.canConvertToLong()
                    ? millis(field.asLong())
                    : new MqttBatchTime.UnreadableBatchTime(field.asText(), EXPECTED);
        }
        return field.isTextual()
                ? text(field.asText().strip())
                : new MqttBatchTime.UnreadableBatchTime(field.isValueNode() ? field.asText() : "", EXPECTED);
    }

    private static MqttBatchTime millis(long sent) {
        Instant time = Instant.ofEpochMilli(sent);
        return isPlausible(time)
                ? new MqttBatchTime.BatchInstant(time)
                : new MqttBatchTime.UnreadableBatchTime(Long.toString(sent), MILLISECONDS + foundUnit(sent));
    }

    /** Said to the integrator, never used: one factor of a thousand decides whether a value is of today. */
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
            OffsetDateTime read = OffsetDateTime.parse(sent);
            int offset = read.getOffset().getTotalSeconds();
            if (offset < WESTERNMOST || offset > EASTERNMOST) {
                return new MqttBatchTime.UnreadableBatchTime(sent, "an offset from -12:00 to +14:00");
            }
            Instant time = read.toInstant();
            return isPlausible(time)
                    ? new MqttBatchTime.BatchInstant(time)
                    : new MqttBatchTime.UnreadableBatchTime(sent, "a time from 2000 to 2199");
        } catch (DateTimeException e) {
            return new MqttBatchTime.UnreadableBatchTime(
                    sent, isLocal(sent) ? "ISO 8601 with its zone; this has none" : EXPECTED);
        }
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
