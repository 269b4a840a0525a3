package org.vigie.recordings;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.UnitTypeRecord;

/**
 * Holds one recorded stay.
 *
 * @param source name of the data set
 * @param id pseudonym of the stay, with the data set's name
 * @param person who it was
 * @param rows in the order of their time; may be empty
 * @param length from the first to the last instant of the stay
 * @param continuous true when it holds a row each second, false when it is a chart of hours and days
 * @param start when its first instant was; empty when the file does not say
 * @param leftOut what of the file became no value, a value without a number included
 */
public record StayRecording(
        String source,
        String id,
        RecordedPatient person,
        List<RecordedRow> rows,
        Duration length,
        boolean continuous,
        Optional<ZonedDateTime> start,
        List<LeftOutEntry> leftOut) {
    public StayRecording {
        rows = rows instanceof CompactRowList ? rows : List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
    }

    /** Creates a recording of a data set whose stays have no date. */
    public StayRecording(
            String source,
            String id,
            RecordedPatient person,
            List<RecordedRow> rows,
            Duration length,
            boolean continuous) {
        this(source, id, person, rows, length, continuous, Optional.empty(), List.of());
    }

    /** Returns the same recording under another id. */
    public StayRecording withId(String otherId) {
        return new StayRecording(source, otherId, person, rows, length, continuous, start, leftOut);
    }

    /** Describes the patient of a recording; unknown numbers are null as on the wire. */
    public record RecordedPatient(
            Double age, AdministrativeSexRecord sex, Double heightCm, Double weightKg, UnitTypeRecord unitKind) {}

    /**
     * Holds the values that were recorded at one instant; each variable occurs at most once. A second value of the same instant stands in a
     * row of its own.
     *
     * @param at since admission
     */
    public record RecordedRow(Duration at, List<RecordedValue> values) {
        public RecordedRow {
            values = List.copyOf(values);
        }
    }

    /**
     * Holds one value.
     *
     * @param value in {@code unit}; empty when the monitor gave no number
     * @param channel the signal's or column's name in the file; empty when it has none
     */
    public record RecordedValue(String variable, OptionalDouble value, String unit, String channel) {
        public RecordedValue(String variable, OptionalDouble value, String unit) {
            this(variable, value, unit, "");
        }

        public static RecordedValue of(String variable, double value, String unit) {
            return new RecordedValue(variable, OptionalDouble.of(value), unit);
        }

        /** Returns the same value with the name that the file has for it. */
        public RecordedValue withChannel(String fileChannel) {
            return new RecordedValue(variable, value, unit, fileChannel);
        }

        /** Returns the reading as a bed with one source for each variable sends it. */
        public ReadingRecord reading(Instant measuredAt) {
            return reading(measuredAt, "");
        }

        /** Returns the reading as a channel sends it. */
        public ReadingRecord reading(Instant measuredAt, String from) {
            return value.isPresent()
                    ? new ReadingRecord(
                            variable, value.getAsDouble(), null, unit, MeasurementStatusRecord.VALID, measuredAt, from)
                    : new ReadingRecord(
                            variable, null, "NaN", unit, MeasurementStatusRecord.UNAVAILABLE, measuredAt, from);
        }
    }
}
