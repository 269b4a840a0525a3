package org.vigie.grafana;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
