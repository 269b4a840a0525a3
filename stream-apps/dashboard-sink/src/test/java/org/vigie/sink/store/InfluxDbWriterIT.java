package org.vigie.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.sink.SinkRecords.NOON;
import static org.vigie.sink.SinkRecords.clean;
import static org.vigie.sink.SinkRecords.rejected;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.sink.row.LineDialect;
import org.vigie.sink.row.ReadingRowMapper;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;
import org.vigie.testing.store.InfluxDbProcess;
import org.vigie.testing.story.WardStory;

/** Writes rows into a real InfluxDB and reads them again. */
class InfluxDbWriterIT {
    private static final StoreTables TABLES = StoreTables.in("ward", LineDialect.INFLUXDB);

    @TempDir
    static Path dir;

    private static InfluxDbProcess influxd;

    private final StoreSampleRows samples = new StoreSampleRows(TABLES);
    private final ReadingRowMapper readings = new ReadingRowMapper(TABLES);
    private StoreWriter writer;

    @BeforeAll
    static void start() throws IOException {
        influxd = InfluxDbProcess.start(dir);
    }

    @AfterAll
    static void stop() {
        influxd.close();
    }

    @BeforeEach
    void openWriter() {
        influxd.query("DROP DATABASE vigie");
        influxd.query("CREATE DATABASE vigie");
        var bucket = new InfluxDbConfig("vigie", "vigie", Optional.empty());
        var store = new StoreEndpoint(influxd.writeUrl(), "none", Optional.empty(), bucket);
        writer = new StoreWriter(store, new StoreSchema(store, TABLES));
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
        assertThat(count("verdict", "readings")).isEqualTo(3);
        assertThat(count("kind", "cells")).isEqualTo(37);
        assertThat(count("status", "scores")).isEqualTo(1);
        assertThat(count("state", "alerts")).isEqualTo(2);
        assertThat(count("level", "triage")).isEqualTo(1);
    }

    @Test
    void aRowThatIsWrittenAgainIsStoredOnce() {
        // when
        writer.write(readings.of(clean(1)));
        writer.write(readings.of(clean(1)));
        writer.write(readings.of(clean(2)));

        // then
        assertThat(count("verdict", "readings")).isEqualTo(4);
    }

    @Test
    void twoReadingsOfOneSeriesAndMillisecondAreBothStored() {
        // given
        var reading = new ReadingRecord("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, NOON, "");

        // when
        writer.write(readings.of(rejected(1, 0, reading, NOON)));
        writer.write(readings.of(rejected(2, 0, reading, NOON)));

        // then
        assertThat(count("verdict", "readings")).isEqualTo(2);
    }

    @Test
    void aNewerWindowReplacesItsHours() {
        // when
        samples.ofTwoWindows().forEach(writer::write);

        // then
        assertThat(count("kind", "cells")).isEqualTo(2 * 37);
        assertThat(countWhere("kind", "cells", "kind = 'MEASURED'")).isEqualTo(37);
    }

    /** The names have the characters that end a word of the line protocol or a text of InfluxQL. */
    @Test
    void aMovementThatIsTakenBackIsMarkedUntilItIsToldAgain() {
        // given
        Instant later = NOON.plusSeconds(3600);
        Stay left = new WardStory().bed("REA/0'3", "stay 1,a=b").admission(NOON, later);
        Stay stays = Stay.newBuilder(left).setUntil(null).build();
        Stay other = new WardStory().bed("REA/04", "stay-2").admission(NOON, later);

        // when
        writer.write(samples.ofMovements(left, 1));
        writer.write(samples.ofMovements(other, 2));
        writer.write(samples.ofMovements(stays, 3));

        // then
        assertThat(countWhere("message_fr", "bed_movements", "topic_offset >= 0"))
                .isEqualTo(3);
        assertThat(influxd.query("SELECT bed, movement FROM bed_movements WHERE topic_offset < 0"))
                .contains("\"REA/0'3\",\"LEFT\"");

        // when
        writer.write(samples.ofMovements(left, 4));

        // then
        assertThat(countWhere("message_fr", "bed_movements", "topic_offset >= 0"))
                .isEqualTo(4);
        assertThat(count("message_fr", "bed_movements")).isEqualTo(4);
    }

    @Test
    void ofTwoRecordsInOneBatchTheNewerOneTellsWhatWasTakenBack() {
        // given
        Stay left = new WardStory().bed("REA/03", "stay-1").admission(NOON, NOON.plusSeconds(3600));
        List<StoreRow> rows = new ArrayList<>(samples.ofMovements(left, 1));
        rows.addAll(samples.ofMovements(Stay.newBuilder(left).setUntil(null).build(), 2));

        // when
        writer.write(rows);

        // then
        assertThat(countWhere("message_fr", "bed_movements", "topic_offset >= 0"))
                .isEqualTo(1);
    }

    @Test
    void aBadLineIsFoundAndAllOthersAreStored() {
        // given
        List<StoreRow> rows = samples.ofObservations(200);
        var bad = new StoreRow("readings", "readings,bed=A3 value=not-a-number 1", StoreSampleRows.AT);
        rows.add(77, bad);

        // when
        List<RefusedRow> refusals = writer.write(rows);

        // then
        assertThat(refusals).extracting(RefusedRow::row).containsExactly(bad);
        assertThat(refusals.get(0).answer()).contains("invalid");
        assertThat(count("verdict", "readings")).isEqualTo(400);
    }

    @Test
    void aTextIsReadAsItWasWritten() {
        // given
        var reading =
                new ReadingRecord("a,b=c d\\e", null, "say \"no\" \\ 心", "", MeasurementStatusRecord.VALID, NOON, "");

        // when
        assertThat(writer.write(readings.of(rejected(1, 0, reading, NOON)))).isEmpty();

        // then
        assertThat(influxd.query("SELECT text, variable FROM readings"))
                .contains("\"say \\\"no\\\" \\\\ 心\"", "\"a,b=c d\\\\e\"");
    }

    private static long count(String field, String table) {
        return countWhere(field, table, "time > 0");
    }

    private static long countWhere(String field, String table, String condition) {
        String answer = influxd.query("SELECT count(" + field + ") FROM " + table + " WHERE " + condition);
        return Long.parseLong(answer.replaceAll("(?s).*\\[\\d+,(\\d+)].*", "$1"));
    }
}
