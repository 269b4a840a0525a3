package org.vigie.local.erase;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes a Parquet file with DuckDB. */
record ParquetPatientFile(Path file) implements PatientFile {
    @Override
    public boolean isStayList() throws IOException {
        return columns().contains(STAYS);
    }

    @Override
    public List<String> stayLists() throws IOException {
        return isStayList() ? texts("SELECT to_json(" + STAYS + ")::VARCHAR FROM " + rows(file)) : List.of();
    }

    @Override
    public long remove(ErasedPatient patient) throws IOException {
        String found = new ParquetCondition(patient, columns()).sql();
        Path fresh = PatientFile.fresh(file);
        List<String> removed = texts("SELECT count(*)::VARCHAR FROM " + rows(file) + " AS row WHERE " + found);
        if (removed.get(0).equals("0")) {
            return 0;
        }
        execute("COPY (SELECT * FROM %s AS row WHERE NOT (%s)) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                .formatted(rows(file), found, escaped(fresh)));
        return PatientFile.replaced(file, Long.parseLong(removed.get(0)));
    }

    private List<String> columns() throws IOException {
        return texts("SELECT column_name FROM (DESCRIBE SELECT * FROM " + rows(file) + ")");
    }

    private List<String> texts(String sql) throws IOException {
        try (Connection duckdb = open();
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IOException(file + ": cannot be read", e);
        }
    }

    private void execute(String sql) throws IOException {
        try (Connection duckdb = open();
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(file + ": cannot be written again without the patient", e);
        }
    }

    private static Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:");
    }

    private static String rows(Path file) {
        return "read_parquet('" + escaped(file) + "')";
    }

    private static String escaped(Path file) {
        return file.toString().replace("'", "''");
    }
}
