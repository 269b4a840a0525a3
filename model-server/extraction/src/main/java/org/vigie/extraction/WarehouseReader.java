package org.vigie.extraction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Reads stays and measurements with the statements of a layout. Rows arrive in portions, and each statement is a transaction of its own that
 * only reads.
 */
final class WarehouseReader {
    private static final int PORTION = 2_000;
    private static final int STAYS = 100;

    private final Connection connection;
    private final String stays;
    private final String events;
    private final String codes;

    WarehouseReader(Connection connection, WarehouseLayout layout, WarehouseNames names) {
        this.connection = connection;
        String items = layout.codes().sqlList();
        stays = names.filled(layout.staysStatement(), items);
        events = names.filled(layout.eventsStatement(), items);
        codes = names.filled(layout.codesStatement(), items);
    }

    /** Returns all stays in the order of their ids. */
    List<WarehouseStay> stays() throws SQLException {
        List<WarehouseStay> read = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(stays)) {
            rows(statement, row -> read.add(stay(row)));
        }
        return read;
    }

    /** Reads the measurements of the stays with ids from {@code first} to {@code last}, ordered by stay and time. */
    void events(long first, long last, Consumer<WarehouseEvent> taker) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(events)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            rows(statement, row -> taker.accept(event(row)));
        }
    }

    /** Reads the codes of stays, a hundred stays at a time. The taker may receive codes of other stays between them. */
    void codes(SortedSet<Long> ids, Consumer<StayCode> taker) throws SQLException {
        List<Long> ordered = List.copyOf(ids);
        for (int from = 0; from < ordered.size(); from += STAYS) {
            try (PreparedStatement statement = connection.prepareStatement(codes)) {
                statement.setLong(1, ordered.get(from));
                statement.setLong(2, ordered.get(Math.min(ordered.size(), from + STAYS) - 1));
                rows(statement, row -> taker.accept(code(row)));
            }
        }
    }

    private static StayCode code(ResultSet row) throws SQLException {
        return new StayCode(
                row.getLong("stay_id"),
                StayCode.CodeKind.valueOf(text(row, "kind")),
                text(row, "vocabulary"),
                text(row, "code"),
                Optional.ofNullable(row.getObject("coded", LocalDateTime.class)));
    }

    /** Takes one row of an answer. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(PreparedStatement statement, RowReader reader) throws SQLException {
        statement.setFetchSize(PORTION);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
        connection.rollback();
    }

    private static WarehouseStay stay(ResultSet row) throws SQLException {
        return new WarehouseStay(
                row.getLong("stay_id"),
                row.getString("person_id"),
                row.getObject("admitted", LocalDateTime.class),
                row.getObject("discharged", LocalDateTime.class),
                age(row),
                text(row, "sex"),
                text(row, "care_unit"),
                Optional.ofNullable(row.getObject("left_hospital", LocalDateTime.class)),
                Optional.ofNullable(row.getObject("died", LocalDateTime.class)),
                row.getInt("died_in_hospital") == 1);
    }

    private static OptionalDouble age(ResultSet row) throws SQLException {
        double age = row.getDouble("age_years");
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(age);
    }

    private static WarehouseEvent event(ResultSet row) throws SQLException {
        return new WarehouseEvent(
                row.getLong("stay_id"),
                row.getObject("measured", LocalDateTime.class),
                text(row, "code"),
                text(row, "unit"),
                row.getDouble("value"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value.strip();
    }
}
