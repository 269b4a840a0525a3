package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.sink.row.LineDialect;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;
import org.vigie.sink.store.InfluxDbConfig;
import org.vigie.sink.store.StoreEndpoint;
import org.vigie.sink.store.StoreSchema;
import org.vigie.sink.store.StoreWriter;
import org.vigie.testing.store.InfluxDbProcess;

/** Tests every InfluxQL query as Grafana sends it, on Debian's influxd, with rows that the sink's own writer stored. */
class InfluxQueriesIT {
    private static final StoreTables TABLES = StoreTables.in("ward", LineDialect.INFLUXDB);

    @TempDir
    static Path dir;

    private static Instant now;
    private static InfluxDbProcess influxd;

    /** Holds the tags of the series for which each rule fired while the ward worked. */
    private static final Map<String, Set<String>> FIRED_BEFORE = new TreeMap<>();

    @BeforeAll
    static void start() throws IOException {
        influxd = InfluxDbProcess.start(dir);
        now = Instant.now();
        var rows = new StoredRows(TABLES, now);
        write(rows.ofAWardThatWorks());
        rules().forEach(rule -> FIRED_BEFORE.put(rule.uid(), fired(rule)));
        write(rows.ofABedWithProblems());
    }

    @AfterAll
    static void stop() {
        influxd.close();
    }

    static List<PanelQuery> queries() {
        return PanelQuery.of(DashboardStore.INFLUXDB);
    }

    static List<AlertRule> rules() {
        return AlertRule.ofStore(DashboardStore.INFLUXDB);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryReturnsRows(PanelQuery query) {
        // when
        JsonNode result = answer(expanded(query));

        // then
        assertThat(result.findPath("values"))
                .as("%s returns rows: %s", query, result)
                .isNotEmpty();
    }

    /** Without a cleared alarm InfluxQL counts no zero but nothing: 0 would be shown for open alarms. */
    @ParameterizedTest
    @CsvSource({"Alarmes hautes en cours, 3", "Alarmes moyennes en cours, 3", "Alarmes sans acquittement, 2"})
    void theWardCountsTheAlarmsThatAreOpen(String panel, long alarms) {
        // given
        PanelQuery query = query("ward.json: " + panel + " A");

        // when, then
        assertThat(answer(expanded(query)).at("/results/0/series/0/values/0/1").asLong())
                .isEqualTo(alarms);
    }

    @Test
    void aBedThatHasBeenSilentForHoursStaysInTheListOfBeds() {
        // given
        PanelQuery query = query("ward.json: Lits A");

        // when
        List<String> beds = answer(expanded(query)).findValuesAsText("bed");

        // then
        assertThat(beds).contains(StoredRows.BED, StoredRows.SILENT_BED);
    }

    /** InfluxQL's last() takes the newest NEWS2 that was known, however old. */
    @Test
    void aNews2ThatIsNotKnownAnyMoreIsNotShown() {
        // given
        String ofTheBed =
                macros(StoredRows.SILENT_BED).expand(query("bed.json: NEWS2 A").text());
        String ofTheWard = expanded(query("ward.json: Lits A"));

        // when
        JsonNode bed = answer(ofTheBed).at("/results/0/series/0/values");
        JsonNode silent = StreamSupport.stream(
                        answer(ofTheWard).at("/results/0/series").spliterator(), false)
                .filter(series -> series.at("/tags/bed").asText().equals(StoredRows.SILENT_BED))
                .findFirst()
                .orElseThrow()
                .get("values");

        // then
        assertThat(bed)
                .extracting(JsonNode::toString)
                .singleElement()
                .asString()
                .endsWith("null,null,\"UNKNOWN\"]");
        assertThat(silent)
                .extracting(JsonNode::toString)
                .singleElement()
                .asString()
                .endsWith("\"UNKNOWN\",null,null]");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleOfTheStoreIsSilentOnAWardThatWorks(AlertRule rule) {
        assertThat(FIRED_BEFORE.get(rule.uid())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleOfTheStoreFiresOnItsProblem(AlertRule rule) {
        assertThat(fired(rule)).isNotEmpty().noneMatch(tags -> tags.contains(StoredRows.QUIET_BED));
    }

    @Test
    void aQueryWithAnErrorIsFound() {
        assertThat(answer("SELEC value FROM readings").toString()).contains("error");
    }

    /** Returns the tags of the series for whose last value the rule fires. */
    private static Set<String> fired(AlertRule rule) {
        Set<String> fired = new TreeSet<>();
        for (JsonNode series : answer(rule.query()).at("/results/0/series")) {
            JsonNode values = series.get("values");
            JsonNode last = values.get(values.size() - 1).get(1);
            if (last.isNumber() && rule.fires(last.asDouble())) {
                fired.add(series.path("tags").toString());
            }
        }
        return fired;
    }

    /** Returns a query of the French set. */
    private static PanelQuery query(String place) {
        return queries().stream()
                .filter(one -> one.place().equals("influxdb/fr/" + place))
                .findFirst()
                .orElseThrow();
    }

    private static String expanded(PanelQuery query) {
        return macros(StoredRows.BED).expand(query.text());
    }

    private static GrafanaMacros macros(String bed) {
        return new GrafanaMacros(now.minus(Duration.ofHours(3)), now.plusSeconds(60), Duration.ofSeconds(10), bed);
    }

    private static void write(List<StoreRow> rows) {
        var bucket = new InfluxDbConfig("vigie", "vigie", Optional.empty());
        var endpoint = new StoreEndpoint(influxd.writeUrl(), "none", Optional.empty(), bucket);
        try (var writer = new StoreWriter(endpoint, new StoreSchema(endpoint, TABLES))) {
            assertThat(writer.write(rows)).isEmpty();
        }
    }

    private static JsonNode answer(String query) {
        try {
            return new ObjectMapper().readTree(influxd.query(query));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
