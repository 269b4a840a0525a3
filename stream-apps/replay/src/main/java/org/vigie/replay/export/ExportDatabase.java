package org.vigie.replay.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Collects rows in a temporary DuckDB file and writes them sorted. The memory that it uses is bounded. */
final class ExportDatabase implements AutoCloseable {
    private final Path directory;
    private final DuckDBConnection connection;

    private ExportDatabase(Path directory, DuckDBConnection connection) {
        this.directory = directory;
        this.connection = connection;
    }

    /** @throws IOException when no temporary file can be written */
    static ExportDatabase open() throws IOException, SQLException {
        Path directory = Files.createTempDirectory("vigie-export");
        String url = "jdbc:duckdb:" + directory.resolve("export.duckdb");
        var streaming = new Properties();
        streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        var database = new ExportDatabase(
                directory, DriverManager.getConnection(url, streaming).unwrap(DuckDBConnection.class));
        database.execute("SET memory_limit = '512MB'");
        database.execute("SET threads = 2");
        database.execute("SET TimeZone = 'UTC'");
        return database;
    }

    /** Takes the row on which a result stands. */
    @FunctionalInterface
    interface ExportedRowReader {
        void take(ResultSet row) throws SQLException;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(table);
    }

    /** Writes the rows of a query to a file. */
    void copy(String query, Path file, ExportFormat format) throws SQLException {
        execute("COPY (%s) TO '%s' (%s)".formatted(query, file.toString().replace("'", "''"), format.options()));
    }

    /** Reads the rows of a query, one after the other. */
    void read(String query, ExportedRowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.take(rows);
            }
        }
    }

    /** Returns the texts in the first column of a query. */
    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        read(query, row -> texts.add(row.getString(1)));
        return texts;
    }

    long rows(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM " + table)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** Deletes the temporary file. */
    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        List<Path> files;
        try (Stream<Path> walked = Files.walk(directory)) {
            files = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
