package org.vigie.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.vigie.sink.SinkRecords.NOON;
import static org.vigie.sink.SinkRecords.clean;
import static org.vigie.sink.SinkRecords.rejected;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.sink.SinkRecords;
import org.vigie.sink.row.EventRowMapper;
import org.vigie.sink.row.ReadingRowMapper;
import org.vigie.sink.row.ScoreRowMapper;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreQuery;
import org.vigie.testing.broker.UnusedPort;
import org.vigie.testing.story.WardStory;

/** Writes rows into a real QuestDB and reads them again. */
class StoreWriterIT {
    private static final StoreTables TABLES = StoreTables.in("ward");
    private static final Origin AT = StoreSampleRows.AT;
    private static final Path RELEASED = Path.of("src", "test", "resources", "released", "0.1.0", "tables.sql");
    private static final String COLUMNS =
            "SELECT table_name, column_name, data_type FROM information_schema.columns() ORDER BY 1, ordinal_position";

    @TempDir
    static Path dir;

    private static EmbeddedStore store;

    private final StoreSampleRows samples = new StoreSampleRows(TABLES);
    private final ReadingRowMapper readings = new ReadingRowMapper(TABLES);
    private final EventRowMapper events = new EventRowMapper(TABLES);
    private StoreWriter writer;
    private StoreQuery query;

    @BeforeAll
    static void start() {
        // A test starts it again on the same port, which no connection may take meanwhile.
        store = EmbeddedStore.start(dir, UnusedPort.find().number(), 0);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void emptyTables() {
        query = new StoreQuery(store.httpUrl(), store.admin());
        query.execute("DROP ALL TABLES");
        var schema = new StoreSchema(endpoint(), TABLES);
        schema.create();
        writer = new StoreWriter(endpoint(), schema);
    }

    @AfterEach
    void closeWriter() {
        writer.close();
    }

    @Test
    void everyKindOfRecordIsStored() {
        // given
        List<StoreRow> rows = samples.ofEveryKind();

        // when
        assertThat(writer.write(rows)).isEmpty();

        // then
        awaitRows(TABLES.readings(), 3);
        awaitRows(TABLES.cells(), 37);
        awaitRows(TABLES.scores(), 1);
        awaitRows(TABLES.contributions(), 2);
        awaitRows(TABLES.alerts(), 2);
        awaitRows(TABLES.triage(), 1);
        assertThat(query.execute("SELECT verdict, count() n FROM readings ORDER BY verdict"))
                .containsExactly(
                        Map.of("verdict", "KEPT", "n", 1),
                        Map.of("verdict", "REJECTED", "n", 1),
                        Map.of("verdict", "SUSPECT", "n", 1));
        assertThat(query.execute("SELECT measured_at, published_at, raw_offset FROM readings WHERE variable = 'spo2'"))
                .containsExactly(Map.of(
                        "measured_at", "2026-03-01T12:00:01.000000Z",
                        "published_at", "2026-03-01T12:00:01.000000Z",
                        "raw_offset", 1));
    }

    @Test
    void anAbstentionIsStoredWithoutANumber() {
        // when
        assertThat(writer.write(new ScoreRowMapper(TABLES).of(SinkRecords.abstention(), AT)))
                .isEmpty();

        // then
        awaitRows(TABLES.scores(), 1);
        assertThat(query.execute("SELECT status, most_helpful, reason FROM scores"
                        + " WHERE probability IS NULL AND low IS NULL AND survival_30d IS NULL AND los_days IS NULL"))
                .containsExactly(Map.of(
                        "status", "ABSTAINED",
                        "most_helpful", "lactate",
                        "reason", "ABSTAINED: too little was measured; lactate would help most"));
    }

    @Test
    void anOlderStoreGetsTheColumnsThatCameLaterAndKeepsItsRows() throws IOException {
        // given
        List<?> columns = query.execute(COLUMNS);
        query.execute("DROP ALL TABLES");
        TABLES.statements(Files.readString(RELEASED)).forEach(query::execute);
        query.execute("INSERT INTO scores (time, stay, status, probability, window_digest)"
                + " VALUES ('2026-02-01T12:00:00Z', 'old', 'SCORED', 0.5, 'd0')");

        // when
        new StoreSchema(endpoint(), TABLES).create();
        assertThat(writer.write(new ScoreRowMapper(TABLES).of(SinkRecords.explained(), AT)))
                .isEmpty();

        // then
        awaitRows(TABLES.scores(), 2);
        assertThat(query.execute(COLUMNS)).isEqualTo(columns);
        assertThat(query.execute("SELECT stay, probability FROM scores WHERE low IS NULL"))
                .containsExactly(Map.of("stay", "old", "probability", 0.5));
    }

    @Test
    void anUnknownTriageAndALevelOfTheSameInstantAreBothKept() {
        // given
        TriageAssessmentRecord unknown = TriageAssessmentRecord.newBuilder(SinkRecords.triage())
                .setLevel(TriageLevelRecord.UNKNOWN)
                .build();

        // when
        for (TriageAssessmentRecord given : List.of(SinkRecords.triage(), unknown, SinkRecords.triage())) {
            assertThat(writer.write(events.of(given, AT))).isEmpty();
        }

        // then
        awaitRows(TABLES.triage(), 2);
        assertThat(query.execute("SELECT level FROM triage ORDER BY level"))
                .containsExactly(Map.of("level", "TRI_2"), Map.of("level", "UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two words",
                "a,b=c",
                "quote \" and ' and `",
                "\\",
                "ends with \\",
                "\\\\n",
                "line\nbreak\r\nand\ttab",
                "²°Cé 心 🫀",
                "a=1 b=2 3"
            })
    void anyTextIsReadAsItWasWritten(String word) {
        // given
        var reading = new ReadingRecord(word, null, word, word, MeasurementStatusRecord.VALID, NOON, "");

        // when
        assertThat(writer.write(readings.of(rejected(1, 0, reading, NOON)))).isEmpty();

        // then
        awaitRows(TABLES.readings(), 1);
        assertThat(query.execute("SELECT variable, unit, text FROM readings"))
                .containsExactly(Map.of("variable", word, "unit", word, "text", word));
    }

    @Test
    void aRowThatIsWrittenAgainIsStoredOnce() {
        // given
        List<StoreRow> rows = readings.of(clean(1));

        // when
        writer.write(rows);
        writer.write(rows);
        writer.write(readings.of(clean(2)));

        // then
        awaitRows(TABLES.readings(), 4);
    }

    @Test
    void theRowOfAPatientIsNotTakenBackByTheEarlierRecordOfItsProvisionalStay() {
        // given: the sink was behind in the partition of the provisional stay
        writer.write(readings.of(clean(1)));
        awaitRows(TABLES.readings(), 2);

        // when
        CleanObservation provisional = CleanObservation.newBuilder(clean(1))
                .setStay("provisional-1")
                .setProvisional(true)
                .build();
        writer.write(readings.of(provisional));
        writer.write(readings.of(clean(2)));

        // then
        awaitRows(TABLES.readings(), 4);
        assertThat(query.execute("SELECT DISTINCT stay FROM readings")).containsExactly(Map.of("stay", "stay-1"));
    }

    @Test
    void aReadingThatWasTakenBackStandsNoLonger() {
        // given
        CleanObservation observation = clean(1);
        Instant at = observation.getReadings().get(0).getMeasuredAt();

        // when
        writer.write(readings.of(observation));
        writer.write(readings.of(clean(3)));
        writer.write(readings.of(SinkRecords.retraction(2, at, 82.0)));

        // then
        awaitRows(TABLES.withdrawals(), 1);
        awaitRows(TABLES.readings(), 5);
        assertThat(query.execute("SELECT variable, raw_offset FROM standing_readings"))
                .extracting(row -> ((Number) row.get("raw_offset")).longValue())
                .containsExactly(3L);
    }

    @Test
    void aNewerWindowReplacesItsHours() {
        // when
        samples.ofTwoWindows().forEach(writer::write);

        // then
        await().atMost(Duration.ofMinutes(10))
                .untilAsserted(() -> assertThat(
                                query.execute("SELECT hour, kind, revision, count() n FROM cells ORDER BY hour"))
                        .containsExactly(
                                Map.of("hour", 0, "kind", "CARRIED", "revision", 1, "n", 37),
                                Map.of("hour", 1, "kind", "MEASURED", "revision", 2, "n", 37)));
    }

    @Test
    void anOpenAlertIsShownOnceWithItsHighestPriority() {
        // given
        List<StoreRow> rows = new ArrayList<>();
        rows.addAll(events.of(SinkRecords.alert("open", AlertStateRecord.RAISED, AlarmPriorityRecord.MEDIUM), AT));
        rows.addAll(events.of(SinkRecords.alert("open", AlertStateRecord.RAISED, AlarmPriorityRecord.HIGH), AT));
        rows.addAll(events.of(SinkRecords.alert("over", AlertStateRecord.RAISED, AlarmPriorityRecord.LOW), AT));
        rows.addAll(events.of(SinkRecords.alert("over", AlertStateRecord.CLEARED, AlarmPriorityRecord.LOW), AT));

        // when
        writer.write(rows);
        writer.write(rows);

        // then
        awaitRows(TABLES.alerts(), 4);
        assertThat(query.execute("SELECT alert, priority FROM open_alerts"))
                .containsExactly(Map.of("alert", "open", "priority", "HIGH"));
    }

    @Test
    void aDischargeThatWasCancelledStandsNoLongerAndATransferNamesTheNextBed() {
        // given
        var ward = new WardStory();
        Instant later = NOON.plusSeconds(3600);
        Stay here = ward.bed("REA/03", "stay-1").admission(NOON, later);
        Stay moved = Stay.newBuilder(here)
                .setBed("REA/07")
                .setFrom(later)
                .setUntil(null)
                .build();
        Stay other = ward.bed("REA/04", "stay-2").admission(NOON, later);
        Stay stays = Stay.newBuilder(other).setUntil(null).build();

        // when
        writer.write(samples.ofMovements(here, 1));
        writer.write(samples.ofMovements(moved, 2));
        writer.write(samples.ofMovements(other, 3));
        writer.write(samples.ofMovements(stays, 4));

        // then
        awaitRows(TABLES.bedMovements(), 5);
        assertThat(query.execute("SELECT bed, movement FROM standing_movements WHERE moved_to IS NULL ORDER BY bed"))
                .containsExactly(
                        Map.of("bed", "REA/03", "movement", "ADMITTED"),
                        Map.of("bed", "REA/04", "movement", "ADMITTED"),
                        Map.of("bed", "REA/07", "movement", "TRANSFERRED"));
        assertThat(query.execute("SELECT bed, movement, moved_to FROM standing_movements WHERE moved_to IS NOT NULL"))
                .containsExactly(Map.of("bed", "REA/03", "movement", "LEFT", "moved_to", "REA/07"));
    }

    @Test
    void oneBadRowIsRefusedAndTheOthersAreStored() {
        // given
        List<StoreRow> rows = samples.ofObservations(500);
        rows.add(617, new StoreRow("readings", "readings,bed=REA/03 value=\"not a number\" 1", AT));
        rows.add(new StoreRow("unplanned", "unplanned,bed=REA/03 value=1.0 1", AT));

        // when
        List<RefusedRow> refusals = writer.write(rows);

        // then
        assertThat(refusals)
                .extracting(refusal -> refusal.row().line())
                .containsExactly("readings,bed=REA/03 value=\"not a number\" 1", "unplanned,bed=REA/03 value=1.0 1");
        assertThat(refusals.get(0).answer()).contains("value");
        awaitRows(TABLES.readings(), 1_000);
    }

    @Test
    void aTableThatWasDroppedIsMadeAgain() {
        // when
        query.execute("DROP TABLE readings");

        // then
        assertThat(writer.write(readings.of(clean(1)))).isEmpty();

        awaitRows(TABLES.readings(), 2);
    }

    @Test
    void aStoreThatIsAwayIsNotARefusal() {
        // given
        int port = URI.create(store.httpUrl()).getPort();
        List<StoreRow> rows = readings.of(clean(1));
        store.close();

        // when
        assertThatThrownBy(() -> writer.write(rows)).isInstanceOf(DependencyUnavailableException.class);

        // then
        store = EmbeddedStore.start(dir, port, 0);
        assertThat(writer.write(rows)).isEmpty();
        awaitRows(TABLES.readings(), 2);
    }

    private static StoreEndpoint endpoint() {
        var admin = store.admin();
        return new StoreEndpoint(store.httpUrl(), admin.user(), Optional.of(admin.passwordFile()));
    }

    private void awaitRows(String table, long rows) {
        await().atMost(Duration.ofMinutes(10))
                .untilAsserted(() ->
                        assertThat(query.number("SELECT count() FROM " + table)).isEqualTo(rows));
    }
}
