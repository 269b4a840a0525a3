package org.vigie.gateway.files;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.schemas.Reading;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.Sex;
import org.vigie.schemas.UnitKind;

/**
 * One recorded stay.
 *
 * @param source name of the data set
 * @param id pseudonym of the stay, with the data set's name
 * @param person who it was
 * @param rows in the order of their time; may be empty
 * @param length from the first to the last instant of the stay
 * @param continuous true when it holds a row each second, false when it is a chart of hours and days
 */
public record Recording(String source, String id, Person person, List<Row> rows, Duration length, boolean continuous) {
    public Recording {
        rows = List.copyOf(rows);
    }

    /** The same recording under another id. */
    public Recording as(String otherId) {
        return new Recording(source, otherId, person, rows, length, continuous);
    }

    /** What is known of the patient; unknown numbers are null as on the wire. */
    public record Person(Double age, Sex sex, Double heightCm, Double weightKg, UnitKind unitKind) {}

    /**
     * What was recorded at one instant; each variable at most once. A second value of the same instant stands in a row of its own.
     *
     * @param at since admission
     */
    public record Row(Duration at, List<Value> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /** @param value in {@code unit}; empty when the monitor gave no number */
    public record Value(String variable, OptionalDouble value, String unit) {

        public static Value of(String variable, double value, String unit) {
            return new Value(variable, OptionalDouble.of(value), unit);
        }

        /** As it is sent. */
        public Reading reading(Instant measuredAt) {
            return value.isPresent()
                    ? new Reading(variable, value.getAsDouble(), null, unit, ReadingStatus.VALID, measuredAt, "")
                    : new Reading(variable, null, "NaN", unit, ReadingStatus.UNAVAILABLE, measuredAt, "");
        }
    }
}
