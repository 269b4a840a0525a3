package org.vigie.sink.store;

import com.influxdb.client.InfluxDBClient;
import org.vigie.sink.row.StoreTables;

/** Creates the tables and columns that are missing, through QuestDB's REST interface. */
public final class StoreSchema {
    private final StoreSqlClient sql;
    private final StoreTables tables;

    /** @throws IllegalStateException when the store's password cannot be read */
    public StoreSchema(StoreEndpoint store, StoreTables tables) {
        this.sql = new StoreSqlClient(store);
        this.tables = tables;
    }

    /**
     * @throws DependencyUnavailableException when the store does not answer
     * @throws IllegalStateException when it refuses a statement: tables.sql does not suit this store
     */
    public void create() {
        tables.statements().forEach(sql::execute);
    }

    /** Returns a filter for the rows of a QuestDB. */
    AttributedRowFilter attributedRows() {
        return new AttributedRowFilter(sql::query, tables);
    }

    /** Returns what marks the movements in a bucket of InfluxDB. */
    TakenBackMovements takenBackMovements(InfluxDBClient client, String bucket) {
        return new TakenBackMovements(client, bucket, tables);
    }
}
