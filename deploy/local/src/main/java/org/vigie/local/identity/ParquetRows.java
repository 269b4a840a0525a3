package org.vigie.local.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the rows of a Parquet file as text. Its pages are compressed, so that a search of its bytes finds nothing.
 *
 * @param file the Parquet file
 */
record ParquetRows(Path file) {
    /**
     * Returns the numbers of the identities that stand in a row.
     *
     * @throws SQLException when it cannot be read
     */
    SortedSet<Integer> search(ByteSearch bytes) throws SQLException {
        SortedSet<Integer> found = new TreeSet<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT line::VARCHAR FROM read_parquet('"
                        + file.toString().replace("'", "''") + "') AS line")) {
            while (rows.next()) {
                byte[] line = rows.getString(1).getBytes(StandardCharsets.UTF_8);
                bytes.search(line, line.length, found);
            }
        }
        return found;
    }
}
