package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds the answer of a data source for a preview.
 *
 * @param json {@code columns} with names and {@code rows} with values; an instant is an object with {@code millis}, a missing value is null
 */
record PreviewRows(ObjectNode json) {
    private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

    /** Returns the answer of a source that is not there. */
    static PreviewRows none() {
        return named();
    }

    static PreviewRows named(String... columns) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode names = json.putArray("columns");
        json.putArray("rows");
        for (String column : columns) {
            names.add(column);
        }
        return new PreviewRows(json);
    }

    /** Asks the store over the PostgreSQL protocol. */
    static PreviewRows of(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            String[] columns = new String[answer.getMetaData().getColumnCount()];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = answer.getMetaData().getColumnName(column + 1);
            }
            PreviewRows rows = named(columns);
            while (answer.next()) {
                Object[] values = new Object[columns.length];
                for (int column = 0; column < columns.length; column++) {
                    values[column] = answer.getObject(column + 1);
                }
                rows.add(values);
            }
            return rows;
        }
    }

    /**
     * Reads an answer of Prometheus.
     *
     * @param legend with a label of the series in double braces
     */
    static PreviewRows ofMetrics(JsonNode answer, String legend) {
        PreviewRows rows = named("time", "metric", "value");
        for (JsonNode series : answer.at("/data/result")) {
            JsonNode labels = series.get("metric");
            String name = LABEL.matcher(legend)
                    .replaceAll(label -> labels.path(label.group(1)).asText());
            for (JsonNode point : series.get("values")) {
                Instant time = Instant.ofEpochSecond(point.get(0).asLong());
                rows.add(Timestamp.from(time), name, point.get(1).asDouble());
            }
        }
        return rows;
    }

    /**
     * Reads the groups of Alertmanager, as the panel shows them: state, start and labels.
     *
     * @param wanted a label and its value, such as {@code bed=REA/03}; empty for all alerts
     */
    static PreviewRows ofAlarms(JsonNode groups, String wanted) {
        PreviewRows rows = named("state", "since", "labels");
        for (JsonNode group : groups) {
            for (JsonNode alert : group.get("alerts")) {
                String labels = alert.get("labels").properties().stream()
                        .map(label -> label.getKey() + "=" + label.getValue().asText())
                        .collect(Collectors.joining("\n"));
                if (wanted.isEmpty() || labels.lines().anyMatch(wanted::equals)) {
                    Instant since = Instant.parse(alert.get("startsAt").asText());
                    rows.add(alert.at("/status/state").asText(), Timestamp.from(since), labels);
                }
            }
        }
        return rows;
    }

    void add(Object... values) {
        ArrayNode row = json.withArray("rows").addArray();
        for (Object value : values) {
            add(row, value);
        }
    }

    private static void add(ArrayNode row, Object value) {
        if (value instanceof Timestamp time) {
            row.addObject().put("millis", time.getTime());
        } else if (value instanceof Number number) {
            row.add(number.doubleValue());
        } else if (value == null) {
            row.addNull();
        } else {
            row.add(value.toString());
        }
    }
}
