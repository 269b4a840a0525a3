package org.vigie.grafana;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.sink.row.StoreTables;
import org.vigie.sink.store.StoreEndpoint;
import org.vigie.sink.store.StoreSchema;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreQuery;

/** Creates a store with the sink's tables and one bed, REA/03, with every kind of problem in the last minutes. */
final class StoredWard implements AutoCloseable {
    static final String BED = "REA/03";

    private static final List<String> VITALS =
            List.of("hr", "spo2", "rr", "temp", "abp_sys", "abp_mean", "abp_dia", "nibp_sys", "nibp_mean", "nibp_dia");

    private final EmbeddedStore store;
    private final StoreQuery query;
    private final Instant now;
    private int offset;

    private StoredWard(EmbeddedStore store, Instant now) {
        this.store = store;
        this.query = new StoreQuery(store.httpUrl(), store.admin());
        this.now = now;
    }

    static StoredWard start(Path dir, Instant now) {
        var ward = new StoredWard(EmbeddedStore.start(dir, 0, 0), now);
        var admin = ward.store.admin();
        var endpoint = new StoreEndpoint(ward.store.httpUrl(), admin.user(), Optional.of(admin.passwordFile()));
        new StoreSchema(endpoint, StoreTables.in("ward")).create();
        VITALS.forEach(ward::fillVital);
        ward.fillEvents();
        ward.awaitApplied();
        return ward;
    }

    EmbeddedStore store() {
        return store;
    }

    int pgPort() {
        return store.pgPort();
    }

    @Override
    public void close() {
        store.close();
    }

    private void fillVital(String variable) {
        reading(variable, "KEPT", "NONE", 300);
        reading(variable, "KEPT", "NONE", 200);
        reading(variable, "SUSPECT", "SPIKE", 199);
        reading(variable, "REJECTED", "OUT_OF_RANGE", 198);
        cell(variable, "CARRIED");
    }

    private void reading(String variable, String verdict, String reason, int secondsAgo) {
        insert(
                "readings",
                Map.of(
                        "time",
                        time(secondsAgo),
                        "published_at",
                        time(secondsAgo),
                        "bed",
                        BED,
                        "variable",
                        variable,
                        "verdict",
                        verdict,
                        "reason",
                        reason,
                        "value",
                        81.5,
                        "raw_partition",
                        0,
                        "raw_offset",
                        offset++,
                        "raw_index",
                        0));
    }

    private void cell(String variable, String kind) {
        insert(
                "cells",
                Map.of("time", time(600), "bed", BED, "stay", "s", "variable", variable, "kind", kind, "value", 80.5));
    }

    private void fillEvents() {
        insert("scores", with(score("s", "SCORED", 120), Map.of("probability", 0.31, "low", 0.22, "high", 0.45)));
        insert("scores", score("t", "UNAVAILABLE", 119));
        insert("scores", with(score("u", "ABSTAINED", 118), Map.of("most_helpful", "lactate")));
        insert(
                "contributions",
                Map.of(
                        "time",
                        time(120),
                        "bed",
                        BED,
                        "stay",
                        "s",
                        "model",
                        "survival",
                        "variable",
                        "lactate",
                        "place",
                        1,
                        "log_odds",
                        0.75));
        insert(
                "alerts",
                Map.of("time", time(90), "bed", BED, "stay", "s", "priority", "HIGH", "state", "RAISED", "alert", "a"));
        insert(
                "triage",
                Map.of("time", time(60), "bed", BED, "stay", "s", "level", "TRI_2", "news2_low", 5, "news2_high", 7));
        insert("refused", Map.of("time", time(30), "topic", "vigie.ward.observations.raw", "reason", "EMPTY"));
    }

    /** One row more of bed REA/03. */
    void score(String stay, String status, int secondsAgo, Map<String, Object> numbers) {
        insert("scores", with(score(stay, status, secondsAgo), numbers));
        awaitApplied();
    }

    private Map<String, Object> score(String stay, String status, int secondsAgo) {
        return Map.of(
                "time",
                time(secondsAgo),
                "bed",
                BED,
                "stay",
                stay,
                "status",
                status,
                "imputed_share",
                0.4,
                "model",
                "survival",
                "model_version",
                "1",
                "window_digest",
                "d");
    }

    private static Map<String, Object> with(Map<String, Object> row, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(row);
        all.putAll(more);
        return all;
    }

    private String time(int secondsAgo) {
        return now.minusSeconds(secondsAgo).toString();
    }

    private void insert(String table, Map<String, Object> row) {
        List<Map.Entry<String, Object>> cells = List.copyOf(row.entrySet());
        String columns = String.join(", ", cells.stream().map(Map.Entry::getKey).toList());
        String values = String.join(
                ", ", cells.stream().map(cell -> literal(cell.getValue())).toList());
        query.execute("INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ")");
    }

    private static String literal(Object value) {
        return value instanceof Number ? value.toString() : "'" + value + "'";
    }

    private void awaitApplied() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> query.number("SELECT count() FROM wal_tables() WHERE writerTxn != sequencerTxn") == 0);
    }
}
