package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Evaluates alert rules on QuestDB.
 *
 * @param connection of the data source's user
 */
record FiredRules(Connection connection) {
    private static final Set<Integer> NUMBERS =
            Set.of(Types.INTEGER, Types.BIGINT, Types.DOUBLE, Types.REAL, Types.SMALLINT, Types.NUMERIC);

    /** Returns the labels of the rows for which the rule fires; a row without a label counts under its number. */
    Set<String> of(AlertRule rule) throws SQLException {
        Set<String> fired = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(rule.query())) {
            List<Integer> numbers = numbers(rows.getMetaData());
            assertThat(numbers).as("numbers of %s", rule).hasSize(1);
            while (rows.next()) {
                double number = rows.getDouble(numbers.get(0));
                if (!rows.wasNull() && rule.fires(number)) {
                    fired.add(rows.getString(1));
                }
            }
        }
        return fired;
    }

    private static List<Integer> numbers(ResultSetMetaData columns) throws SQLException {
        return IntStream.rangeClosed(1, columns.getColumnCount())
                .filter(column -> NUMBERS.contains(type(columns, column)))
                .boxed()
                .toList();
    }

    private static int type(ResultSetMetaData columns, int column) {
        try {
            return columns.getColumnType(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
