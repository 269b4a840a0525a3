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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Duration RANGE = Duration.ofHours(3);

    @TempDir
    static Path dir;

    private static Instant now;
    private static StoredWard ward;
    private static Connection connection;

    /** Holds the values of the labels for which each rule fired while the ward worked. */
    private static final Map<String, Set<String>> FIRED_BEFORE = new TreeMap<>();

    @BeforeAll
    static void start() throws SQLException {
        ward = StoredWard.start(dir);
        connection = ward.reader();
        now = Instant.now();
        var rows = new StoredRows(StoredWard.TABLES, now);
        ward.write(rows.ofAWardThatWorks());
        for (AlertRule rule : rules()) {
            FIRED_BEFORE.put(rule.uid(), fired(rule));
        }
        ward.write(rows.ofABedWithProblems());
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        ward.close();
    }

    static List<PanelQuery> queries() {
        return PanelQuery.of(DashboardStore.QUESTDB);
    }

    static List<AlertRule> rules() {
        return AlertRule.ofStore(DashboardStore.QUESTDB);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryReturnsRowsThatItsPanelCanShow(PanelQuery query) throws SQLException {
        prove(query);
    }

    @ParameterizedTest
    @CsvSource({"Alarmes hautes en cours, 3", "Alarmes moyennes en cours, 3", "Alarmes sans acquittement, 2"})
    void theWardCountsTheAlarmsThatAreOpen(String panel, long alarms) throws SQLException {
        // given
        PanelQuery query = query("ward.json: " + panel + " A");

        // when, then
        assertThat(count(expanded(query))).isEqualTo(alarms);
    }

    /** Its triage has the time of its last reading: with the range of the dashboard it would be missing in the list. */
    @Test
    void aBedThatHasBeenSilentForHoursStaysInTheListOfBeds() throws SQLException {
        // given
        PanelQuery query = query("ward.json: Lits A");

        // when
        JsonNode beds = rows(expanded(query));

        // then
        assertThat(beds).extracting(row -> row.get(0).asText()).contains(StoredRows.BED, StoredRows.SILENT_BED);
    }

    @Test
    void theListOfBedsNamesEachInputThatIsMissingInWords() throws SQLException {
        // given
        PanelQuery query = query("ward.json: Lits A");

        // when
        JsonNode beds = rows(expanded(query));

        // then
        assertThat(beds)
                .filteredOn(row -> row.get(0).asText().equals(StoredRows.BED))
                .extracting(row -> row.get(4).asText())
                .containsExactly("SpO2, conscience, oxygène");
    }

    /** The store keeps the first acknowledgement of an alarm for ever. */
    @Test
    void anAnswerThatHasEndedIsNotShownBesideAnOpenAlarm() throws SQLException {
        // given
        PanelQuery query = query("bed.json: Alarmes ouvertes et acquittements A");

        // when
        JsonNode alarms = rows(expanded(query));

        // then
        assertThat(alarms)
                .extracting(row -> row.get(2).asText() + ": " + row.get(1).asText() + " "
                        + row.get(3).asText() + (row.get(4).isNull() ? "" : ", answered"))
                .containsExactlyInAnyOrder(
                        "FC 151, unanswered: HIGH RAISED",
                        "FC 151, milder: MEDIUM RAISED",
                        "FC 151, answered: MEDIUM ACKNOWLEDGED, answered",
                        "FC 151, risen before: MEDIUM ACKNOWLEDGED, answered",
                        "FC 151, renewed: HIGH CALLED_AGAIN",
                        "FC 151, risen: HIGH UPGRADED");
    }

    /** Until the quiet bed begins, ten minutes ago, there are ten readings in each second minute. */
    @ParameterizedTest
    @CsvSource({"20, 0", "19, 10", "21, 10"})
    void theReadingsPerMinuteAreThoseOfTheLastCompleteMinute(int minutesAgo, long readings) throws SQLException {
        // given
        PanelQuery query = query("ward.json: Mesures par minute A");
        Instant to = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(minutesAgo));

        // when
        JsonNode minutes = rows(macros(to.plusSeconds(1), StoredRows.BED).expand(query.text()));

        // then
        JsonNode last = minutes.get(minutes.size() - 1);
        assertThat(last.get(1).asLong()).isEqualTo(readings);
    }

    @Test
    void aNews2ThatIsNotKnownAnyMoreIsNotShown() throws SQLException {
        // given
        PanelQuery query = query("bed.json: NEWS2 A");

        // when
        JsonNode news2 = rows(macros(now, StoredRows.SILENT_BED).expand(query.text()));

        // then
        assertThat(news2).hasSize(1);
        assertThat(news2.get(0)).allMatch(JsonNode::isNull);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleOfTheStoreIsSilentOnAWardThatWorks(AlertRule rule) {
        assertThat(FIRED_BEFORE.get(rule.uid())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleOfTheStoreFiresOnItsProblem(AlertRule rule) throws SQLException {
        assertThat(fired(rule)).isNotEmpty().doesNotContain(StoredRows.QUIET_BED);
    }

    @Test
    void theSilentBedIsNamed() throws SQLException {
        // given
        AlertRule rule = rules().stream()
                .filter(one -> one.uid().equals("vigie-silent-bed"))
                .findFirst()
                .orElseThrow();

        // when, then
        assertThat(fired(rule)).containsExactly(StoredRows.BED);
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
        var broken = query("broken", QueryKind.TABLE, "SELECT heart FROM readings");

        // when, then
        assertThatThrownBy(() -> prove(broken)).isInstanceOf(SQLException.class).hasMessageContaining("heart");
    }

    @Test
    void aPanelWithoutRowsIsFound() {
        // given
        var empty = query("empty", QueryKind.TABLE, "SELECT bed FROM readings WHERE variable = 'nothing'");

        // when, then
        assertThatThrownBy(() -> prove(empty)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aSeriesWithoutATimeIsFound() {
        // given
        var timeless = query("timeless", QueryKind.TIME_SERIES, "SELECT bed, value FROM readings");

        // when, then
        assertThatThrownBy(() -> prove(timeless)).isInstanceOf(AssertionError.class);
    }

    private static PanelQuery query(String place, QueryKind kind, String sql) {
        return new PanelQuery(place, kind, DashboardStore.QUESTDB.sourceUid(), sql);
    }

    private static Set<String> fired(AlertRule rule) throws SQLException {
        return new FiredRules(connection).of(rule);
    }

    /** Returns a query of the French set. */
    private static PanelQuery query(String place) {
        return queries().stream()
                .filter(one -> one.place().equals("questdb/fr/" + place))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode rows(String sql) throws SQLException {
        return PreviewRows.of(connection, sql).json().get("rows");
    }

    private static String expanded(PanelQuery query) {
        return macros(now.plusSeconds(60), StoredRows.BED).expand(query.text());
    }

    private static GrafanaMacros macros(Instant to, String bed) {
        return new GrafanaMacros(now.minus(RANGE), to, Duration.ofSeconds(10), bed);
    }

    private static void prove(PanelQuery query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(expanded(query))) {
            assertThat(rows.next()).as("%s returns rows", query).isTrue();
            suits(query.kind(), rows.getMetaData());
        }
    }

    private static void suits(QueryKind kind, ResultSetMetaData columns) throws SQLException {
        switch (kind) {
            case TIME_SERIES -> {
                assertThat(columns.getColumnName(1)).isEqualTo("time");
                assertThat(columns.getColumnType(1)).isEqualTo(Types.TIMESTAMP);
                assertThat(columns.getColumnCount()).isGreaterThan(1);
            }
            case VARIABLE -> assertThat(columns.getColumnCount()).isEqualTo(1);
            case TABLE -> assertThat(columns.getColumnCount()).isPositive();
        }
    }
}
