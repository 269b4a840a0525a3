package org.vigie.local.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * Removes the patient's records from the files of an archive or of an export with names: Avro and Parquet. Each file that has some is written
 * again without them.
 *
 * @param patient who is erased
 */
record ArchiveErasure(ErasedPatient patient) {
    private static final int COMPRESSION = 6;

    /** Removes the records below a folder and returns how many there were in each file. */
    SortedMap<String, Long> run(Path folder) throws IOException {
        SortedMap<String, Long> removed = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                removed.put(file.toString(), remove(file));
            }
        }
        removed.values().removeIf(records -> records == 0);
        return removed;
    }

    private long remove(Path file) throws IOException {
        String name = file.toString();
        if (name.endsWith(".avro")) {
            return removeFromAvro(file);
        }
        return name.endsWith(".parquet") ? removeFromParquet(file) : 0;
    }

    private long removeFromAvro(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".erased");
        long removed = 0;
        try (var records = new DataFileReader<GenericRecord>(file.toFile(), new GenericDatumReader<>());
                var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(records.getSchema()))) {
            writer.setCodec(CodecFactory.deflateCodec(COMPRESSION));
            writer.create(records.getSchema(), fresh.toFile());
            for (GenericRecord record : records) {
                if (patient.isNamedIn(record.toString())) {
                    removed++;
                } else {
                    writer.append(record);
                }
            }
        }
        return replaced(file, fresh, removed);
    }

    private static long replaced(Path file, Path fresh, long removed) throws IOException {
        if (removed == 0) {
            Files.delete(fresh);
        } else {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return removed;
    }

    private long removeFromParquet(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".erased");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
            String rows = "FROM read_parquet('" + escaped(file) + "')";
            String named = names();
            statement.execute("COPY (SELECT * %s AS row WHERE NOT (%s)) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(rows, named, escaped(fresh)));
            return replaced(file, fresh, number(statement, "SELECT count(*) " + rows + " AS row WHERE " + named));
        } catch (SQLException e) {
            throw new IOException(file + ": cannot be written again without the patient", e);
        }
    }

    /** Any column may name a stay: a row is compared as text. */
    private String names() {
        return Stream.concat(patient.pseudonyms().stream(), patient.stays().stream())
                .map(name -> "contains(row::VARCHAR, '" + name + "')")
                .collect(Collectors.joining(" OR "));
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String escaped(Path file) {
        return file.toString().replace("'", "''");
    }
}
