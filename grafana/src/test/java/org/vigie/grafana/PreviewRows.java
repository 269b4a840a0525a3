package org.vigie.grafana;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds the answer of a store for a preview.
 *
 * @param columns names
 * @param rows values, in the order of the columns; a missing value is a dash
 * @param from start of the time range, epoch ms
 * @param to end of the time range, epoch ms
 */
record PreviewRows(List<String> columns, List<List<Object>> rows, long from, long to) {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 200;

    /** Asks the store over the PostgreSQL protocol. */
    static PreviewRows of(Connection connection, String sql, Instant from, Instant to) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                names.add(answer.getMetaData().getColumnName(column));
            }
            List<List<Object>> found = new ArrayList<>();
            while (answer.next()) {
                found.add(row(answer, names.size()));
            }
            return new PreviewRows(names, found, from.toEpochMilli(), to.toEpochMilli());
        }
    }

    private static List<Object> row(ResultSet answer, int columns) throws SQLException {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            row.add(Objects.requireNonNullElse(answer.getObject(column), "–"));
        }
        return row;
    }

    Object first() {
        return rows.isEmpty() ? "–" : rows.get(0).get(rows.get(0).size() - 1);
    }

    /** Returns the points of each series in the coordinates of the drawing: of each metric, else of each number's column. */
    Map<String, String> points() {
        double highest = rows.stream()
                .mapToDouble(row -> number(row.get(row.size() - 1)))
                .max()
                .orElse(1);
        Map<String, String> points = new LinkedHashMap<>();
        for (List<Object> row : rows) {
            double x = WIDTH * (((Timestamp) row.get(0)).getTime() - from) / (to - from);
            double y = HEIGHT - (HEIGHT - 10) * number(row.get(row.size() - 1)) / Math.max(highest, 1e-9);
            String series = columns.contains("metric") ? String.valueOf(row.get(1)) : columns.get(row.size() - 1);
            points.merge(series, Math.round(x) + "," + Math.round(y) + " ", String::concat);
        }
        return points;
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
