package org.vigie.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.Window;

/** Tests the columns of Parquet files. */
class ParquetConversionTest {
    private static final Schema SCHEMA = new Schema.Parser().parse("""
            {"type": "record", "name": "Sample", "fields": [
              {"name": "bed", "type": "string"},
              {"name": "at", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}]},
              {"name": "recordTime", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "count", "type": "long"},
              {"name": "values", "type": {"type": "array", "items": "double"}},
              {"name": "byModel", "type": {"type": "map", "values": "float"}},
              {"name": "origin", "type": {"type": "record", "name": "Place", "fields": [{"name": "index", "type": "int"}]}}
            ]}""");

    private static final long AT = 1_795_951_138_348L;

    @TempDir
    Path folder;

    @Test
    void nestedValuesListsMapsTimesAndMissingValuesAreRead() throws Exception {
        // given
        Path avro = written(record("REA/it's 1", AT), record("REA/2", null));

        // when
        new ParquetConversion(avro).replace();

        // then
        assertThat(rows("bed", "\"at\"", "\"count\"", "values[2]", "byModel['lstm']", "origin.index"))
                .containsExactly("REA/it's 1|2026-11-29 11:18:58.348|3|nan|0.5|7", "REA/2|null|3|nan|0.5|7");
        assertThat(avro).doesNotExist();
    }

    @Test
    void theRecordsOfAParquetFileAreThoseOfTheContainerFile() throws Exception {
        // given
        Path avro = written(record("REA/it's 1", AT), record("REA/2", null));
        List<GenericRecord> before = read(avro);
        new ParquetConversion(avro).replace();
        // when
        Path restored = folder.resolve("restored.avro");
        restore(avro, Instant.EPOCH, Instant.ofEpochMilli(AT + 2)).writeTo(restored);
        // then
        assertThat(read(restored)).isEqualTo(before);
    }

    @Test
    void onlyTheRowsOfTheAskedPeriodAreRestored() throws Exception {
        // given
        Path avro = written(record("REA/1", AT), record("REA/2", AT + 1));
        new ParquetConversion(avro).replace();
        // when
        Path restored = folder.resolve("restored.avro");
        restore(avro, Instant.ofEpochMilli(AT + 1), Instant.ofEpochMilli(AT + 2))
                .writeTo(restored);
        // then
        assertThat(read(restored))
                .extracting(each -> each.get("bed").toString())
                .containsExactly("REA/2");
    }

    private static ParquetRestoration restore(Path avro, Instant from, Instant to) {
        return new ParquetRestoration(avro.resolveSibling("records.parquet"), SCHEMA, new PartitionPeriod(from, to));
    }

    private static List<GenericRecord> read(Path avro) throws IOException {
        List<GenericRecord> records = new ArrayList<>();
        try (var reader = new DataFileReader<GenericRecord>(avro.toFile(), new GenericDatumReader<>())) {
            reader.forEach(records::add);
        }
        return records;
    }

    static List<Schema> archived() {
        return List.of(
                CleanObservation.getClassSchema(),
                RejectedReading.getClassSchema(),
                RiskScore.getClassSchema(),
                TriageAssessmentRecord.getClassSchema(),
                Alert.getClassSchema(),
                Observation.getClassSchema(),
                BedStays.getClassSchema(),
                Window.getClassSchema(),
                BedsideAlarm.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("archived")
    void eachRecordOfTheArchiveHasColumns(Schema schema) {
        // when, then
        assertThat(new ArchiveColumnType(schema).columns()).startsWith("{'").contains("'bed': 'VARCHAR'");
    }

    private static GenericRecord record(String bed, Long at) {
        var origin = new GenericData.Record(SCHEMA.getField("origin").schema());
        origin.put("index", 7);
        var record = new GenericData.Record(SCHEMA);
        record.put("bed", bed);
        record.put("at", at);
        record.put("recordTime", at == null ? AT : at);
        record.put("count", 3L);
        record.put("values", Arrays.asList(1.5, Double.NaN));
        record.put("byModel", Map.of("lstm", 0.5f));
        record.put("origin", origin);
        return record;
    }

    private Path written(GenericRecord... records) throws IOException {
        Path unit = Files.createDirectory(folder.resolve("unit=it's"));
        Path avro = unit.resolve("records.avro");
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(SCHEMA))) {
            writer.create(SCHEMA, avro.toFile());
            for (GenericRecord record : records) {
                writer.append(record);
            }
        }
        return avro;
    }

    /** Reads columns of all rows as text. */
    private List<String> rows(String... columns) throws SQLException {
        String file = folder.resolve("unit=it's/records.parquet").toString().replace("'", "''");
        String texts = Arrays.stream(columns)
                .map(column -> "coalesce((" + column + ")::VARCHAR, 'null')")
                .collect(Collectors.joining(", "));
        List<String> rows = new ArrayList<>();
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement();
                var answer = statement.executeQuery("SELECT concat_ws('|', " + texts + ") FROM '" + file + "'")) {
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
        }
        return rows;
    }
}
