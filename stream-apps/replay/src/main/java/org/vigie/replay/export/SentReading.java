package org.vigie.replay.export;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;

/**
 * Says by what a later record names an exported reading. No file holds it.
 *
 * @param deviceKey number of the source and the device
 * @param channel source within the device; empty when the sender names none
 * @param sentAt time of the measurement by the clock of the device
 * @param change what the row does to an earlier one
 */
record SentReading(long deviceKey, String channel, Instant sentAt, ExportedChange change) {
    /** Returns the name of a reading among those of its device. */
    static SentReading of(CleanObservation observation, JudgedReading reading, ExportedChange change) {
        return new SentReading(
                key(observation.getSource(), observation.getDevice()),
                reading.getChannel(),
                reading.getMeasuredAt(),
                change);
    }

    /** Returns the name of a reading that no later record names. */
    static SentReading unchanged(Instant sentAt) {
        return new SentReading(0, "", sentAt, ExportedChange.NONE);
    }

    private static long key(String source, String device) {
        return ((long) source.hashCode() << 32) | (device.hashCode() & 0xFFFFFFFFL);
    }

    /** Returns the hidden columns of a table of readings. */
    static List<ExportColumn<SentReading>> columns() {
        return List.of(
                new ExportColumn<>(
                        "device_key", ExportColumnType.WHOLE_NUMBER, "Number of the device", SentReading::deviceKey),
                new ExportColumn<>("channel", ExportColumnType.TEXT, "Source within the device", SentReading::channel),
                new ExportColumn<>(
                        "sent_at",
                        ExportColumnType.TIME,
                        "Measurement by the device's clock, UTC",
                        SentReading::sentAt),
                new ExportColumn<>(
                        "change",
                        ExportColumnType.TEXT,
                        "What the row does to an earlier one",
                        row -> row.change() == ExportedChange.NONE ? null : row.change()));
    }
}
