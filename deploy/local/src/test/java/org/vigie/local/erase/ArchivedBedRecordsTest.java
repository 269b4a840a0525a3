package org.vigie.local.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.Stay;

/** Erases archived records that name the patient's bed alone, in the schemas of their topics. */
class ArchivedBedRecordsTest {
    private static final Instant IN = Instant.parse("2026-11-29T08:00:00Z");
    private static final Instant OUT = Instant.parse("2026-11-29T20:00:00Z");

    @TempDir
    Path folder;

    private final ErasedPatient patient = new ErasedPatient(
            "4410077", Set.of("p-erased"), Set.of("s-erased"), List.of(new BedPeriod("REA/03", IN, OUT)));

    @Test
    void rawReadingsAlarmsAndRejectedReadingsOfTheBedGo() throws IOException {
        // given
        avro("raw", observation(IN), observation(OUT));
        avro("alarms", alarm(IN), alarm(OUT));
        avro(
                "rejected",
                rejected(null, IN),
                rejected("provisional-x", IN),
                rejected("s-other", IN),
                rejected(null, OUT));

        // when
        var removed = new ArchiveErasure(patient, List.of(folder)).removeRecords();

        // then
        assertThat(removed.values()).containsExactlyInAnyOrder(1L, 1L, 2L);
        assertThat(read("raw")).hasSize(1).allMatch(row -> row.contains(OUT.toEpochMilli() + ""));
        assertThat(read("alarms")).hasSize(1).allMatch(row -> row.contains(OUT.toEpochMilli() + ""));
        assertThat(read("rejected")).hasSize(2).noneMatch(row -> row.contains("provisional"));
    }

    @Test
    void rowsOfTheBedGoFromParquetAndNoOtherRowIsLost() throws Exception {
        // given
        parquet(
                "rows",
                "SELECT * FROM (VALUES ('REA/03', NULL, TIMESTAMP '2026-11-29 08:00:00', TIMESTAMP '2026-01-01 00:00:00'),"
                        + " ('REA/03', 'provisional-x', TIMESTAMP '2026-11-29 19:59:59', NULL),"
                        + " ('REA/03', 's-other', TIMESTAMP '2026-11-29 09:00:00', NULL),"
                        + " ('REA/03', NULL, TIMESTAMP '2026-11-29 20:00:00', TIMESTAMP '2026-11-29 09:00:00'),"
                        + " ('REA/04', NULL, TIMESTAMP '2026-11-29 09:00:00', NULL),"
                        + " (NULL, NULL, NULL, NULL)) AS r(bed, stay, receivedTime, deviceTime)");

        // when
        var removed = new ArchiveErasure(patient, List.of(folder)).removeRecords();

        // then
        assertThat(removed.values()).containsExactly(2L);
        assertThat(new ArchiveErasure(patient, List.of(folder)).removeRecords()).isEmpty();
        assertThat(count("rows")).isEqualTo(4);
    }

    @Test
    void theStaysOfAnArchiveAreKnownInBothFormsAndTheirListsAreErasedLast() throws Exception {
        // given
        avro("lists", new BedStays("REA/03", List.of(stay())));
        parquet(
                "lists",
                "SELECT 'REA/03' AS bed, [{'stay': 's-older', 'patient': 'p-erased', 'bed': 'REA/03',"
                        + " 'from': TIMESTAMP '2026-11-01 08:00:00', 'until': TIMESTAMP '2026-11-02 08:00:00.5', 'visit': NULL}] AS stays");
        var stays = new PatientStays(Set.of("p-erased"));

        // when
        new ArchivedStayLists(List.of(folder)).read(stays::takeArchived);
        ErasedPatient found = stays.patient("4410077");
        var erasure = new ArchiveErasure(found, List.of(folder));

        // then
        assertThat(found.stays()).containsExactlyInAnyOrder("s-erased", "s-older");
        assertThat(found.periods())
                .contains(new BedPeriod("REA/03", IN, OUT.plusSeconds(1)))
                .contains(new BedPeriod(
                        "REA/03", Instant.parse("2026-11-01T08:00:00Z"), Instant.parse("2026-11-02T08:00:01Z")));
        assertThat(erasure.removeRecords()).isEmpty();
        assertThat(erasure.removeStays()).hasSize(2);
    }

    private static Observation observation(Instant received) {
        return Observation.newBuilder()
                .setSource("gateway")
                .setDevice("MON-1")
                .setBed("REA/03")
                .setMessageId("m")
                .setSequence(1)
                .setDeviceTime(IN)
                .setReceivedTime(received)
                .setReadings(List.of())
                .build();
    }

    private static BedsideAlarm alarm(Instant received) {
        return BedsideAlarm.newBuilder()
                .setSource("gateway")
                .setDevice("MON-1")
                .setBed("REA/03")
                .setMessageId("m")
                .setAlarm("v-1")
                .setCode("196652")
                .setText("VENT FIB")
                .setAbout("")
                .setValue("")
                .setPhase("start")
                .setState("active")
                .setPriority("PH")
                .setKind("SP")
                .setReceivedTime(received)
                .build();
    }

    private static RejectedReading rejected(String stay, Instant received) {
        return RejectedReading.newBuilder()
                .setStay(stay)
                .setBed("REA/03")
                .setSource("gateway")
                .setDevice("MON-1")
                .setMessageId("m")
                .setReceivedTime(received)
                .setPublishedAt(received)
                .setOrigin(new Origin("vigie.ward.observations.raw", 0, 1L, 0))
                .setReading(ReadingRecord.newBuilder()
                        .setVariable("heart_rate")
                        .setValue(80.0)
                        .setUnit("/min")
                        .setMeasuredAt(IN)
                        .build())
                .setReason(CleaningReasonRecord.FLAT_LINE)
                .setDetail("")
                .build();
    }

    private static Stay stay() {
        return Stay.newBuilder()
                .setStay("s-erased")
                .setPatient("p-erased")
                .setBed("REA/03")
                .setFrom(IN)
                .setUntil(OUT)
                .setAdmittedAt(IN)
                .build();
    }

    private void avro(String name, SpecificRecord... records) throws IOException {
        var schema = records[0].getSchema();
        try (var writer = new DataFileWriter<SpecificRecord>(new SpecificDatumWriter<>(schema))) {
            writer.create(schema, folder.resolve(name + ".avro").toFile());
            for (SpecificRecord record : records) {
                writer.append(record);
            }
        }
    }

    private List<String> read(String name) throws IOException {
        List<String> rows = new ArrayList<>();
        try (var reader = new DataFileReader<GenericRecord>(
                folder.resolve(name + ".avro").toFile(), new GenericDatumReader<>())) {
            reader.forEach(row -> rows.add(row.toString()));
        }
        return rows;
    }

    private void parquet(String name, String rows) throws Exception {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement()) {
            statement.execute("COPY (" + rows + ") TO '" + folder.resolve(name + ".parquet") + "' (FORMAT parquet)");
        }
    }

    private long count(String name) throws Exception {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM read_parquet('" + folder.resolve(name + ".parquet") + "')")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
