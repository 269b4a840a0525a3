package org.vigie.extraction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects rows of tables and inserts those of one table with one statement. */
final class SampleTableRows {
    private final Map<String, List<String>> byTable = new LinkedHashMap<>();

    void add(String table, Object... values) {
        String row = Arrays.stream(values).map(SampleTableRows::literal).collect(Collectors.joining(", ", "(", ")"));
        byTable.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
    }

    void insert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, List<String>> table : byTable.entrySet()) {
                statement.execute("INSERT INTO " + table.getKey() + " VALUES " + String.join(", ", table.getValue()));
            }
        }
    }

    private static String literal(Object value) {
        if (value instanceof LocalDateTime time) {
            return "TIMESTAMP '" + time.toString().replace('T', ' ') + ":00'";
        }
        if (value instanceof LocalDate day) {
            return "DATE '" + day + "'";
        }
        return value instanceof String text
                ? "'" + text + "'"
                : String.valueOf(value).replace("null", "NULL");
    }
}
