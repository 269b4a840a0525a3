package org.vigie.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import org.vigie.testing.broker.UnusedPort;

/** Tests the statements on a real PostgreSQL. */
class PostgresExtractionIT {
    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setPort(UnusedPort.find().number())
                .setPGStartupWait(Duration.ofMinutes(10))
                .setOverrideWorkingDirectory(folder.resolve("postgres").toFile())
                .start();
        for (WarehouseLayout layout : WarehouseLayout.values()) {
            create(layout);
            try (Connection connection = DriverManager.getConnection(postgres(layout))) {
                SampleWarehouse.fill(connection, layout);
            }
            try (Connection connection = DriverManager.getConnection(duckDb(layout))) {
                SampleWarehouse.fill(connection, layout);
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void postgresAndDuckDbGiveTheSameCohort() throws IOException {
        for (WarehouseLayout layout : WarehouseLayout.values()) {
            // when
            Path first = extract(layout, postgres(layout), "postgres-" + layout);
            Path second = extract(layout, duckDb(layout), "duckdb-" + layout);

            // then
            for (int number = 0; number < SampleWarehouse.STAYS; number++) {
                String file = "set-a/" + SampleWarehouse.stay(number) + ".txt";
                assertThat(first.resolve(file)).hasSameTextualContentAs(second.resolve(file));
            }
            assertThat(Files.readAllLines(first.resolve("Outcomes-a.txt")))
                    .hasSize(1 + SampleWarehouse.STAYS)
                    .isEqualTo(Files.readAllLines(second.resolve("Outcomes-a.txt")));
        }
    }

    @Test
    void aConnectionCannotWrite() throws IOException, SQLException {
        // given
        var warehouse = new WarehouseConnection(postgres(WarehouseLayout.OMOP), Optional.empty(), Optional.empty());

        // when
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement()) {
            // then
            assertThatThrownBy(() -> statement.execute("DELETE FROM person"))
                    .hasMessageContaining("read-only transaction");
        }
    }

    private static Path extract(WarehouseLayout layout, String url, String name) {
        StringWriter err = new StringWriter();
        Path out = folder.resolve(name);
        int code = CommandRunner.of(new ExtractCommand(), new PrintWriter(new StringWriter()), new PrintWriter(err))
                .execute("--jdbc", url, "--layout", layout.toString(), "--out", out.toString());
        assertThat(code).as(err.toString()).isZero();
        return out;
    }

    private static void create(WarehouseLayout layout) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + layout.name());
        }
    }

    private static String postgres(WarehouseLayout layout) {
        return server.getJdbcUrl("postgres", layout.name().toLowerCase(Locale.ROOT));
    }

    private static String duckDb(WarehouseLayout layout) {
        return "jdbc:duckdb:" + folder.resolve(layout + ".duckdb");
    }
}
