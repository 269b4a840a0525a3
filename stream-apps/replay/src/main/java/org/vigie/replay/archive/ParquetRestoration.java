package org.vigie.replay.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.topic.Topic;

/**
 * Makes a container file of a Parquet file of the archive. It is the inverse of {@link ParquetConversion}.
 *
 * @param parquet the Parquet file; it stays as it is
 * @param schema of its rows
 * @param period append times of the rows that are taken
 */
record ParquetRestoration(Path parquet, Schema schema, PartitionPeriod period) {
    /** Makes a container file in a folder of the records of a file of the archive. */
    static Path containerFile(Path file, Topic<?> topic, PartitionPeriod period, Path folder) {
        Schema schema = new ArchivedSchema(SpecificData.get().getSchema(topic.value())).extended();
        try {
            Path avro = Files.createTempFile(folder, "records", ".avro");
            new ParquetRestoration(file, schema, period).writeTo(avro);
            return avro;
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + file + " cannot be read", e);
        }
    }

    /** Writes the container file. */
    void writeTo(Path avro) throws IOException {
        Path lines = avro.resolveSibling(avro.getFileName() + ".json");
        writeLines(lines);
        var records = new LineRecords(schema);
        try (BufferedReader reader = Files.newBufferedReader(lines);
                var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, avro.toFile());
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.append(records.record(line));
            }
        } finally {
            Files.delete(lines);
        }
    }

    private void writeLines(Path lines) throws IOException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET memory_limit = '512MB'");
            statement.execute("SET threads = 1");
            statement.execute(
                    "COPY (SELECT * FROM read_parquet('%s') WHERE epoch_ms(%s) BETWEEN %d AND %d) TO '%s' (FORMAT json)"
                            .formatted(
                                    parquet.toString().replace("'", "''"),
                                    ArchivedSchema.TIME,
                                    period.from().toEpochMilli(),
                                    period.to().toEpochMilli() - 1,
                                    lines.toString().replace("'", "''")));
        } catch (SQLException e) {
            throw new IOException("DuckDB cannot read it: " + e.getMessage(), e);
        }
    }
}
