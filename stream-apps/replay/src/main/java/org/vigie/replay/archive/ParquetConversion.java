package org.vigie.replay.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.avro.Schema;

/**
 * Replaces an Avro container file with a Parquet file of the same records in the same order. Nested records become structs, lists become
 * lists, and times are in UTC.
 *
 * @param avro the container file
 */
record ParquetConversion(Path avro) {
    /** @throws IOException when a file cannot be read or written */
    void replace() throws IOException {
        Path lines = avro.resolveSibling("records.json");
        Schema schema = new RecordLines(avro).write(lines);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET memory_limit = '512MB'");
            statement.execute("SET threads = 1");
            statement.execute(copy(schema, lines));
        } catch (SQLException e) {
            throw new IOException("DuckDB cannot write " + avro.resolveSibling("records.parquet"), e);
        } finally {
            Files.delete(lines);
        }
        Files.delete(avro);
    }

    private String copy(Schema schema, Path lines) {
        return "COPY (SELECT * FROM read_json('%s', format = 'newline_delimited', columns = %s)) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                .formatted(
                        escaped(lines),
                        new ArchiveColumnType(schema).columns(),
                        escaped(avro.resolveSibling("records.parquet")));
    }

    private static String escaped(Path file) {
        return file.toString().replace("'", "''");
    }
}
