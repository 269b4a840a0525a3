package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;
import org.vigie.sink.store.StoreEndpoint;
import org.vigie.sink.store.StoreSchema;
import org.vigie.sink.store.StoreWriter;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreQuery;

/** Runs QuestDB with the sink's tables, and writes rows as the sink does. */
final class StoredWard implements AutoCloseable {
    static final StoreTables TABLES = StoreTables.in("ward");

    private final EmbeddedStore store;
    private final StoreQuery query;
    private final StoreWriter writer;

    private StoredWard(EmbeddedStore store) {
        this.store = store;
        query = new StoreQuery(store.httpUrl(), store.admin());
        var admin = store.admin();
        var endpoint = new StoreEndpoint(store.httpUrl(), admin.user(), Optional.of(admin.passwordFile()));
        var schema = new StoreSchema(endpoint, TABLES);
        schema.create();
        writer = new StoreWriter(endpoint, schema);
    }

    static StoredWard start(Path dir) {
        return new StoredWard(EmbeddedStore.start(dir, 0, 0));
    }

    /** Writes rows and returns when queries see them. */
    void write(List<StoreRow> rows) {
        assertThat(writer.write(rows)).isEmpty();
        await().atMost(Duration.ofMinutes(10))
                .until(() -> query.number("SELECT count() FROM wal_tables() WHERE writerTxn != sequencerTxn") == 0);
    }

    /** Returns a connection as Grafana opens it: over the PostgreSQL protocol, as the user of the provisioned data source. */
    Connection reader() throws SQLException {
        JsonNode source = ShippedDashboards.provisioning(DashboardStore.QUESTDB, "datasources/vigie.yaml")
                .at("/datasources/0");
        assertThat(source.get("secureJsonData").get("password").asText()).isEqualTo("$VIGIE_READER_PASSWORD");
        var login = new Properties();
        login.setProperty("user", source.get("user").asText());
        login.setProperty("password", store.reader().password());
        login.setProperty("sslmode", source.get("jsonData").get("sslmode").asText());
        String database = source.get("jsonData").get("database").asText();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + pgPort() + "/" + database, login);
    }

    EmbeddedStore store() {
        return store;
    }

    int pgPort() {
        return store.pgPort();
    }

    @Override
    public void close() {
        writer.close();
        store.close();
    }
}
