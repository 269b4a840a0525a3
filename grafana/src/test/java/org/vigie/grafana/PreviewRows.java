package org.vigie.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;

/**
 * Holds the answer of a store for a preview.
 *
 * @param json {@code columns} with names and {@code rows} with values; an instant is an object with {@code millis}, a missing value is null
 */
record PreviewRows(ObjectNode json) {
    /** Asks the store over the PostgreSQL protocol. */
    static PreviewRows of(Connection connection, String sql) throws SQLException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode names = json.putArray("columns");
        ArrayNode rows = json.putArray("rows");
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            int columns = answer.getMetaData().getColumnCount();
            for (int column = 1; column <= columns; column++) {
                names.add(answer.getMetaData().getColumnName(column));
            }
            while (answer.next()) {
                ArrayNode row = rows.addArray();
                for (int column = 1; column <= columns; column++) {
                    add(row, answer.getObject(column));
                }
            }
        }
        return new PreviewRows(json);
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
