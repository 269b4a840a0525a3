package org.vigie.local.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.local.identity.IdentitySearch;

class ArchiveErasureTest {
    private static final String ERASED = "s-0123456789abcdef01234567";
    private static final Schema SCHEMA = new Schema.Parser()
            .parse(
                    "{\"type\": \"record\", \"name\": \"Row\", \"fields\": [{\"name\": \"stay\", \"type\": \"string\"}]}");

    @TempDir
    Path folder;

    private final ErasedPatient patient =
            new ErasedPatient("4410077", Set.of("p-0123456789abcdef01234567"), Set.of(ERASED), List.of());

    @Test
    void thePatientsRecordsGoFromAvroAndTheOthersStay() throws IOException {
        // given
        Path file = folder.resolve("records.avro");
        avro(file, "s-a", ERASED, "s-b", ERASED);

        // when
        var removed = new ArchiveErasure(patient, List.of(folder)).removeRecords();

        // then
        assertThat(removed).containsExactly(Map.entry(file.toString(), 2L));
        assertThat(stays(file)).containsExactly("s-a", "s-b");
        assertThat(folder).isDirectoryNotContaining("glob:**.erased");
    }

    @Test
    void thePatientsRowsGoFromParquetAndASearchFindsNoMore() throws Exception {
        // given
        Path file = folder.resolve("it's.parquet");
        parquet(file, "SELECT 's-a' AS stay, 1 AS value UNION ALL SELECT '" + ERASED + "', 2");
        assertThat(found()).isEqualTo(1);

        // when
        var removed = new ArchiveErasure(patient, List.of(folder)).removeRecords();

        // then
        assertThat(removed).hasSize(1).containsValue(1L);
        assertThat(found()).isZero();
    }

    @Test
    void aFileWithoutThePatientKeepsItsBytes() throws IOException {
        // given
        Path file = folder.resolve("records.avro");
        avro(file, "s-a");
        byte[] before = Files.readAllBytes(file);

        // when, then
        assertThat(new ArchiveErasure(patient, List.of(folder)).removeRecords()).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private int found() throws IOException {
        var certificate = new IdentitySearch(List.of(ERASED)).run(Optional.empty(), List.of(folder), List.of());
        return certificate.places().get(0).found().size();
    }

    private static void parquet(Path file, String rows) throws Exception {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement()) {
            statement.execute("COPY (" + rows + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
    }

    private static void avro(Path file, String... stays) throws IOException {
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(SCHEMA))) {
            writer.create(SCHEMA, file.toFile());
            for (String stay : stays) {
                writer.append(new GenericRecordBuilder(SCHEMA).set("stay", stay).build());
            }
        }
    }

    private static List<String> stays(Path file) throws IOException {
        List<String> stays = new ArrayList<>();
        try (var reader = new DataFileReader<GenericRecord>(file.toFile(), new GenericDatumReader<>())) {
            reader.forEach(record -> stays.add(record.get("stay").toString()));
        }
        return stays;
    }
}
