package org.vigie.sink.store;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.vigie.sink.row.StoreRow;

/**
 * Writes rows through the InfluxDB client, in their order. One bad line makes the store refuse its whole request. The writer halves a
 * refused batch until the bad lines stand alone, and stores all others. Writing a row again changes nothing: see {@code tables.sql}. A row of
 * a provisional stay does not replace that of the patient in QuestDB; InfluxDB holds both.
 */
public final class StoreWriter implements AutoCloseable {
    /** The request itself is at fault; any other answer is the store's own trouble. */
    private static final Set<Integer> REFUSED = Set.of(400, 413, 422);

    /** QuestDB asks for no bucket, the client does. */
    private static final String NO_BUCKET = "vigie";

    private final StoreEndpoint store;
    private final StoreSchema schema;
    private final InfluxDBClient client;
    private final WriteApiBlocking api;
    private final AttributedRowFilter attributed;
    private final TakenBackMovements takenBack;

    public StoreWriter(StoreEndpoint store, StoreSchema schema) {
        this.store = store;
        this.schema = schema;
        attributed = schema.attributedRows();
        client = InfluxDBClientFactory.create(InfluxDBClientOptions.builder()
                .url(store.url())
                .org(store.influxdb().organisation())
                .bucket(store.influxdb().isOn() ? store.influxdb().bucket() : NO_BUCKET)
                .okHttpClient(http(store))
                .build());
        api = client.getWriteApiBlocking();
        takenBack = schema.takenBackMovements(client, store.influxdb().bucket());
    }

    private static OkHttpClient.Builder http(StoreEndpoint store) {
        var http =
                new OkHttpClient.Builder().connectTimeout(Duration.ofSeconds(5)).readTimeout(Duration.ofSeconds(30));
        store.tls().addTo(http);
        store.authorization()
                .ifPresent(login -> http.addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Authorization", login)
                        .build())));
        return http;
    }

    /**
     * @return the rows that the store refused; it has all the others
     * @throws DependencyUnavailableException when the store does not answer; part of the rows may be stored
     */
    public List<RefusedRow> write(List<StoreRow> rows) {
        if (!store.influxdb().isOn()) {
            return stored(standing(rows));
        }
        List<RefusedRow> refusals = stored(rows);
        takenBack.mark(rows);
        return refusals;
    }

    private List<RefusedRow> stored(List<StoreRow> rows) {
        if (rows.isEmpty() || send(rows).isEmpty()) {
            return List.of();
        }
        schema.create(); // the tables may have gone with a store that was replaced
        List<RefusedRow> refusals = new ArrayList<>();
        store(rows, refusals);
        return refusals;
    }

    private List<StoreRow> standing(List<StoreRow> rows) {
        try {
            return attributed.of(rows);
        } catch (IllegalStateException e) {
            schema.create(); // the tables may have gone with a store that was replaced
            return attributed.of(rows);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private void store(List<StoreRow> rows, List<RefusedRow> refusals) {
        Optional<String> answer = send(rows);
        if (answer.isPresent() && rows.size() == 1) {
            refusals.add(new RefusedRow(rows.get(0), answer.get()));
        } else if (answer.isPresent()) {
            int middle = rows.size() / 2;
            store(rows.subList(0, middle), refusals);
            store(rows.subList(middle, rows.size()), refusals);
        }
    }

    /** Returns the store's answer when it refused the request; empty when it took all rows. */
    private Optional<String> send(List<StoreRow> rows) {
        try {
            api.writeRecords(
                    WritePrecision.NS, rows.stream().map(StoreRow::line).toList());
            return Optional.empty();
        } catch (InfluxException e) {
            if (REFUSED.contains(e.status())) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw new DependencyUnavailableException(
                    "The store at " + store.url() + " does not take rows" + hint(e), e);
        }
    }

    private String hint(InfluxException answer) {
        return switch (answer.status()) {
            case 401, 403 -> "; see " + store.accountKey();
            case 404 -> "; see influxdb.bucket and influxdb.organisation";
            default -> "";
        };
    }
}
