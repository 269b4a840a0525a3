package org.vigie.replay.export;

import java.sql.SQLException;
import java.time.Instant;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Names the type of a column. */
enum ExportColumnType {
    TEXT("VARCHAR") {
        @Override
        void append(DuckDBAppender row, Object value) throws SQLException {
            row.append(value.toString());
        }
    },
    NUMBER("DOUBLE") {
        @Override
        void append(DuckDBAppender row, Object value) throws SQLException {
            row.append(((Number) value).doubleValue());
        }
    },
    WHOLE_NUMBER("BIGINT") {
        @Override
        void append(DuckDBAppender row, Object value) throws SQLException {
            row.append(((Number) value).longValue());
        }
    },
    YES_OR_NO("BOOLEAN") {
        @Override
        void append(DuckDBAppender row, Object value) throws SQLException {
            row.append(((Boolean) value).booleanValue());
        }
    },
    /** A time in UTC. */
    TIME("TIMESTAMP") {
        @Override
        void append(DuckDBAppender row, Object value) throws SQLException {
            var time = (Instant) value;
            row.appendEpochMicros(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
        }
    };

    private final String sql;

    ExportColumnType(String sql) {
        this.sql = sql;
    }

    abstract void append(DuckDBAppender row, Object value) throws SQLException;

    /** Appends a value, or null where nothing is known. */
    void appendOrNull(DuckDBAppender row, @Nullable Object value) throws SQLException {
        if (value == null) {
            row.appendNull();
        } else {
            append(row, value);
        }
    }

    /** Returns the type in DuckDB's SQL. */
    String sql() {
        return sql;
    }
}
