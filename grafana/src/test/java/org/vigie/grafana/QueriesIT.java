package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.grafana.PanelQuery.QueryKind;

/** Tests every query as Grafana sends it: over the PostgreSQL protocol, as the user of the provisioned data source. */
class QueriesIT {
    private static final Set<Integer> NUMBERS =
            Set.of(Types.INTEGER, Types.BIGINT, Types.DOUBLE, Types.REAL, Types.SMALLINT, Types.NUMERIC);

    @TempDir
    static Path dir;

    private static Instant now;
    private static StoredWard ward;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        now = Instant.now();
        ward = StoredWard.start(dir, now);
        connection = connect();
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        ward.close();
    }

    static List<PanelQuery> queries() {
        return PanelQuery.all();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryReturnsRowsThatItsPanelCanShow(PanelQuery query) throws SQLException {
        prove(query);
    }

    /** The newest row of the bed decides; each case is newer than the one before and than all that the ward holds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 | SCORED      | 0.31 | 0.22 | 0.45 |         | 31 % (22 à 45)",
                "50 | SCORED      | 0.07 |      |      |         | 7 %",
                "40 | ABSTAINED   |      |      |      | lactate | abstention : mesurer lactate",
                "30 | ABSTAINED   |      |      |      |         | abstention",
                "20 | UNAVAILABLE |      |      |      |         | indisponible"
            })
    void theBedsRiskIsANumberWithItsIntervalOrTheReasonForNone(
            int secondsAgo,
            String status,
            String probability,
            String low,
            String high,
            String mostHelpful,
            String shown)
            throws SQLException {
        // given
        Map<String, Object> given = new HashMap<>();
        put(given, "probability", probability);
        put(given, "low", low);
        put(given, "high", high);
        if (mostHelpful != null) {
            given.put("most_helpful", mostHelpful);
        }
        ward.score("s", status, secondsAgo, given);

        // then
        assertThat(first("bed.json: Risque A")).isEqualTo(shown);
    }

    @Test
    void theWardCountsAbstentions() throws SQLException {
        // when
        ward.score("v", "ABSTAINED", 300, Map.of());

        // then
        assertThat(Long.parseLong(first("ward.json: Abstentions A"))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE x (a INT)",
                "CREATE TABLE x AS (SELECT * FROM readings)",
                "CREATE VIEW x AS (SELECT * FROM readings)",
                "INSERT INTO refused (time, topic) VALUES (now(), 't')",
                "INSERT INTO refused SELECT * FROM refused",
                "UPDATE readings SET value = 1",
                "DROP TABLE readings",
                "DROP ALL TABLES",
                "TRUNCATE TABLE readings",
                "RENAME TABLE readings TO gone",
                "ALTER TABLE readings ADD COLUMN x INT",
                "ALTER TABLE readings DROP COLUMN value",
                "ALTER TABLE readings DROP PARTITION WHERE time > '1970-01-01'",
                "ALTER TABLE readings SUSPEND WAL",
                "VACUUM TABLE readings",
                "CHECKPOINT CREATE",
                "BACKUP DATABASE",
                "COPY readings TO 'x' WITH FORMAT PARQUET",
                "COPY refused FROM 'x.csv'"
            })
    void theDashboardsUserChangesNothing(String order) throws SQLException {
        assertThatThrownBy(() -> execute(order)).isInstanceOf(SQLException.class);
        assertThat(count("SELECT count() FROM tables() WHERE table_name IN ('x', 'gone')"))
                .isZero();
        assertThat(count("SELECT count() FROM readings")).isPositive();
    }

    @Test
    void aWrongOrAnOldPasswordIsRefused() {
        for (String[] login :
                new String[][] {{"reader", ""}, {"reader", "quest"}, {"admin", "quest"}, {"user", "quest"}}) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + ward.pgPort() + "/qdb?sslmode=disable",
                            login[0],
                            login[1]))
                    .as(login[0])
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void noPasswordIsShown() throws SQLException {
        // when, then
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW PARAMETERS")) {
            while (rows.next()) {
                assertThat(rows.getString("value"))
                        .isNotEqualTo(ward.store().reader().password())
                        .isNotEqualTo(ward.store().admin().password());
            }
        }
    }

    private static void execute(String order) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    private static long count(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    @Test
    void aPanelWithAWrongColumnIsFound() {
        // given
        var broken = new PanelQuery("broken", QueryKind.TABLE, "SELECT heart FROM readings");

        // when, then
        assertThatThrownBy(() -> prove(broken)).isInstanceOf(SQLException.class).hasMessageContaining("heart");
    }

    @Test
    void aPanelWithoutRowsIsFound() {
        // given
        var empty = new PanelQuery("empty", QueryKind.TABLE, "SELECT bed FROM readings WHERE variable = 'nothing'");

        // when, then
        assertThatThrownBy(() -> prove(empty)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aSeriesWithoutATimeIsFound() {
        // given
        var timeless = new PanelQuery("timeless", QueryKind.TIME_SERIES, "SELECT bed, value FROM readings");

        // when, then
        assertThatThrownBy(() -> prove(timeless)).isInstanceOf(AssertionError.class);
    }

    private static void put(Map<String, Object> row, String column, String number) {
        if (number != null) {
            row.put(column, Double.valueOf(number));
        }
    }

    /** What the first panel of that name shows: the first column of its first row. */
    private static String first(String place) throws SQLException {
        PanelQuery query = queries().stream()
                .filter(one -> one.place().equals(place))
                .findFirst()
                .orElseThrow();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(expanded(query))) {
            assertThat(rows.next()).as("%s returns rows", query).isTrue();
            return rows.getString(1);
        }
    }

    private static String expanded(PanelQuery query) {
        return GrafanaMacros.expand(
                query.sql(),
                now.minus(Duration.ofHours(1)),
                now.plusSeconds(60),
                Duration.ofSeconds(10),
                Map.of("bed", StoredWard.BED));
    }

    private static void prove(PanelQuery query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(expanded(query))) {
            assertThat(rows.next()).as("%s returns rows", query).isTrue();
            suits(query.kind(), rows.getMetaData());
        }
    }

    private static void suits(QueryKind kind, ResultSetMetaData columns) throws SQLException {
        long numbers = IntStream.rangeClosed(1, columns.getColumnCount())
                .filter(column -> NUMBERS.contains(type(columns, column)))
                .count();
        switch (kind) {
            case TIME_SERIES -> {
                assertThat(columns.getColumnName(1)).isEqualTo("time");
                assertThat(columns.getColumnType(1)).isEqualTo(Types.TIMESTAMP);
                assertThat(numbers).isPositive();
            }
            case ALERT -> assertThat(numbers).isEqualTo(1);
            case VARIABLE -> assertThat(columns.getColumnCount()).isEqualTo(1);
            case TABLE -> assertThat(columns.getColumnCount()).isPositive();
        }
    }

    private static int type(ResultSetMetaData columns, int column) {
        try {
            return columns.getColumnType(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        JsonNode source = ShippedDashboards.provisioning("datasources/vigie.yaml")
                .get("datasources")
                .get(0);
        var login = new Properties();
        login.setProperty("user", source.get("user").asText());
        assertThat(source.get("secureJsonData").get("password").asText()).isEqualTo("$VIGIE_READER_PASSWORD");
        login.setProperty("password", ward.store().reader().password());
        login.setProperty("sslmode", source.get("jsonData").get("sslmode").asText());
        String database = source.get("jsonData").get("database").asText();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + ward.pgPort() + "/" + database, login);
    }
}
