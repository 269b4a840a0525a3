package org.vigie.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * Describes how a warehouse is reached. A connection can only read.
 *
 * @param user account; empty when the URL names it or none is needed
 * @param passwordFile file with the password in its first line
 */
record WarehouseConnection(String url, Optional<String> user, Optional<Path> passwordFile) {
    private static final String DUCKDB = "jdbc:duckdb:";

    /** @throws IOException when the file of the password cannot be read or the warehouse cannot be reached */
    Connection open() throws IOException {
        try {
            Connection connection = DriverManager.getConnection(url, properties());
            restrict(connection);
            return connection;
        } catch (SQLException e) {
            throw new IOException(named() + ": cannot be reached (" + e.getMessage() + ")", e);
        }
    }

    /** Lets a connection read only. DuckDB takes this as a property of the connection. */
    private void restrict(Connection connection) throws SQLException {
        if (!url.startsWith(DUCKDB)) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
        connection.setAutoCommit(false);
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        if (passwordFile.isPresent()) {
            properties.setProperty("password", firstLine(passwordFile.get()));
        }
        if (url.startsWith(DUCKDB)) {
            properties.setProperty("duckdb.read_only", "true");
            properties.setProperty("jdbc_stream_results", "true");
        }
        return properties;
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readString(file).lines().findFirst().orElse("");
    }

    /** Returns the URL without its parameters, which may hold a password. */
    String named() {
        return url.replaceFirst("\\?.*", "");
    }
}
