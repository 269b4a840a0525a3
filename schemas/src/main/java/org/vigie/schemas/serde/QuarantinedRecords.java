package org.vigie.schemas.serde;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Origin;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;

/**
 * Copies a record that could not be decoded into a {@link Quarantined}, byte for byte. A part above {@link #MOST_BYTES} is cut, because a
 * broker that took the record compressed may refuse its copy; the whole record lies in its topic.
 */
public final class QuarantinedRecords {
    /** Most bytes of a key and of a value in the copy: both together stay below a producer's default of 1 MiB a request. */
    static final int MOST_BYTES = 384 << 10;

    private static final int WHOLE_RECORD = -1;

    private QuarantinedRecords() {}

    /** Returns true when the error concerns this one record. It returns false for a general failure, in which the record may be good. */
    public static boolean isUnreadable(Throwable why) {
        return unreadable(why).isPresent();
    }

    /**
     * Builds the quarantine record.
     *
     * @param record the record from its topic
     * @param why exception of the deserializer, wrapped or not
     * @param app the app that could not decode it
     */
    public static Quarantined of(ConsumerRecord<byte[], byte[]> record, Throwable why, String app) {
        return Quarantined.newBuilder()
                .setOrigin(new Origin(record.topic(), record.partition(), record.offset(), WHOLE_RECORD))
                .setReason(
                        unreadable(why).map(UnreadableRecordException::reason).orElse(QuarantineReason.UNKNOWN))
                .setDetail(unreadable(why).map(Throwable::getMessage).orElseGet(why::toString)
                        + cut("key", record.key())
                        + cut("value", record.value()))
                .setApp(app)
                .setQuarantinedAt(Instant.ofEpochMilli(record.timestamp()))
                .setKey(buffer(record.key()))
                .setValue(buffer(record.value()))
                .build();
    }

    private static Optional<UnreadableRecordException> unreadable(Throwable why) {
        return Stream.iterate(why, cause -> cause != null, Throwable::getCause)
                .filter(UnreadableRecordException.class::isInstance)
                .map(UnreadableRecordException.class::cast)
                .findFirst();
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, MOST_BYTES));
    }

    private static String cut(String part, byte @Nullable [] bytes) {
        return bytes == null || bytes.length <= MOST_BYTES
                ? ""
                : "; the first " + MOST_BYTES + " of " + bytes.length + " bytes of the " + part
                        + " are kept here, SHA-256 of all " + RecordHash.sha256(bytes);
    }
}
