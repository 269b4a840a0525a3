package org.vigie.sink.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.identify.StayAssignment;

/** Maps each reading to one row, whether kept, suspect, retracted or rejected, and each value that it withdraws to one more row. */
public final class ReadingRowMapper {
    private final StoreTables tables;
    private final String table;
    private final String withdrawals;

    public ReadingRowMapper(StoreTables tables) {
        this.tables = tables;
        table = tables.readings();
        withdrawals = tables.withdrawals();
    }

    public List<StoreRow> of(CleanObservation observation) {
        List<StoreRow> rows = new ArrayList<>(observation.getReadings().size());
        for (JudgedReading reading : observation.getReadings()) {
            rows.add(row(observation, reading));
            for (int place = 0; place < reading.getWithdraws().size(); place++) {
                rows.add(withdrawal(observation, reading, place));
            }
        }
        return Collections.unmodifiableList(rows);
    }

    private StoreRow withdrawal(CleanObservation observation, JudgedReading reading, int place) {
        LineProtocolBuilder line = tables.line(withdrawals)
                .tag("bed", observation.getBed())
                .tag("stay", observation.getStay())
                .tag("variable", reading.getVariable())
                .tag("source", observation.getSource())
                .tag("device", observation.getDevice())
                .tag("channel", reading.getChannel())
                .number("value", reading.getWithdraws().get(place))
                .integer("place", place)
                .instant("measured_at", reading.getMeasuredAt())
                .instant("received_at", observation.getReceivedTime());
        return at(withdrawals, line, observation, reading);
    }

    private static Instant time(CleanObservation observation, JudgedReading reading) {
        return new ReadingTimes(reading.getMeasuredAt(), observation.getReceivedTime(), observation.getPublishedAt())
                .rowTime();
    }

    public List<StoreRow> of(RejectedReading rejected) {
        ReadingRecord reading = rejected.getReading();
        Instant time = new ReadingTimes(reading.getMeasuredAt(), rejected.getReceivedTime(), rejected.getPublishedAt())
                .rowTime();
        LineProtocolBuilder line = tables.line(table)
                .tag("bed", rejected.getBed())
                .tag("stay", rejected.getStay())
                .tag("variable", reading.getVariable())
                .tag("verdict", CleaningOutcomeRecord.REJECTED)
                .tag("reason", rejected.getReason())
                .tag("source", rejected.getSource())
                .tag("device", rejected.getDevice())
                .tag("channel", reading.getChannel())
                .tag("unit", reading.getUnit())
                .number("value", reading.getValue())
                .text("text", text(reading))
                .text("detail", rejected.getDetail())
                .instant("measured_at", reading.getMeasuredAt())
                .instant("received_at", rejected.getReceivedTime())
                .instant("published_at", rejected.getPublishedAt());
        return List.of(new StoreRow(table, ended(line, time, rejected.getOrigin()), rejected.getOrigin()));
    }

    private StoreRow row(CleanObservation observation, JudgedReading reading) {
        LineProtocolBuilder line = tables.line(table)
                .tag("bed", observation.getBed())
                .tag("stay", observation.getStay())
                .tag("variable", reading.getVariable())
                .tag("verdict", reading.getVerdict())
                .tag("reason", reading.getReason())
                .tag("source", observation.getSource())
                .tag("device", observation.getDevice())
                .tag("channel", reading.getChannel())
                .tag("unit", unit(reading.getVariable()))
                .number("value", reading.getValue())
                .flag("unfollowed", !reading.getFollowed())
                .instant("measured_at", reading.getMeasuredAt())
                .instant("received_at", observation.getReceivedTime())
                .instant("published_at", observation.getPublishedAt());
        return at(table, line, observation, reading);
    }

    private static StoreRow at(
            String table, LineProtocolBuilder line, CleanObservation observation, JudgedReading reading) {
        Origin origin = within(observation.getOrigin(), reading.getIndex());
        Instant time = time(observation, reading);
        var assignment = new StayAssignment(observation.getStay(), observation.getProvisional());
        var attribution = new ReadingAttribution(observation.getBed(), time, !assignment.isOfPatient());
        return new StoreRow(table, ended(line, time, origin), origin, attribution);
    }

    private static String ended(LineProtocolBuilder line, Instant time, Origin origin) {
        return line.integer("raw_partition", origin.getPartition())
                .integer("raw_offset", origin.getOffset())
                .integer("raw_index", origin.getIndex())
                .at(time);
    }

    private static String text(ReadingRecord reading) {
        Double value = reading.getValue();
        boolean noNumber = value != null && !Double.isFinite(value);
        return noNumber && reading.getText() == null ? value.toString() : reading.getText();
    }

    private static String unit(String variable) {
        return VariableCatalogue.standard().find(variable).map(Variable::unit).orElse("");
    }

    private static Origin within(Origin record, int index) {
        return new Origin(record.getTopic(), record.getPartition(), record.getOffset(), index);
    }
}
