package org.vigie.sink.store;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.domain.InfluxQLQuery;
import com.influxdb.client.domain.InfluxQLQuery.InfluxQLPrecision;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.query.InfluxQLQueryResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.sink.row.BedMovementRowMapper;
import org.vigie.sink.row.StandingMovement;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/**
 * Marks the movements in InfluxDB that the admission system took back. The newest record of a bed repeats its movements since the first of
 * its stays: what it does not repeat was taken back. QuestDB leaves such rows out in a view; InfluxDB has none, and its rows are marked.
 */
final class TakenBackMovements {
    private static final Logger LOG = LoggerFactory.getLogger(TakenBackMovements.class);

    private final InfluxDBClient client;
    private final String bucket;
    private final StoreTables tables;
    private final BedMovementRowMapper movements;

    TakenBackMovements(InfluxDBClient client, String bucket, StoreTables tables) {
        this.client = client;
        this.bucket = bucket;
        this.tables = tables;
        this.movements = new BedMovementRowMapper(tables);
    }

    /** Marks what the beds of these rows no longer tell. The rows are stored. A store that does not answer keeps its marks and stops nothing. */
    void mark(List<StoreRow> rows) {
        Map<String, List<StoreRow>> byBed = rows.stream()
                .filter(row -> row.movement().isPresent())
                .collect(Collectors.groupingBy(row -> movement(row).bed(), TreeMap::new, Collectors.toList()));
        byBed.forEach(this::markWhereAnswered);
    }

    private void markWhereAnswered(String bed, List<StoreRow> rows) {
        try {
            markBed(bed, rows);
        } catch (RuntimeException e) {
            LOG.warn(
                    "InfluxDB does not say which movements of bed {} it holds, so cancelled ones stay until its next record; its token must be allowed to read and write: {}",
                    bed,
                    e.getMessage());
        }
    }

    private void markBed(String bed, List<StoreRow> rows) {
        long newest =
                rows.stream().mapToLong(row -> row.origin().getOffset()).max().orElseThrow();
        Instant since = rows.stream()
                .filter(row -> row.origin().getOffset() == newest)
                .map(row -> movement(row).at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<String> lines =
                held(bed, newest, since).flatMap(series -> lines(bed, series)).toList();
        if (!lines.isEmpty()) {
            client.getWriteApiBlocking().writeRecords(WritePrecision.NS, lines);
        }
    }

    /** Returns the movements of a bed that stand in the store, but not in its newest record. */
    private Stream<InfluxQLQueryResult.Series> held(String bed, long newest, Instant since) {
        String statement =
                "SELECT topic_offset FROM %s WHERE bed = '%s' AND time >= %d AND topic_offset >= 0 AND topic_offset < %d GROUP BY stay"
                        .formatted(
                                tables.bedMovements(),
                                bed.replace("\\", "\\\\").replace("'", "\\'"),
                                TimeUnit.MILLISECONDS.toNanos(since.toEpochMilli()),
                                newest);
        var query = new InfluxQLQuery(statement, bucket).setPrecision(InfluxQLPrecision.NANOSECONDS);
        return client.getInfluxQLQueryApi().queryJSON(query).getResults().stream()
                .flatMap(result -> result.getSeries().stream());
    }

    private Stream<String> lines(String bed, InfluxQLQueryResult.Series series) {
        String stay = series.getTags().get("stay");
        return series.getValues().stream()
                .map(row -> Long.parseLong(String.valueOf(row.getValueByKey("time"))))
                .map(nanos -> movements.takenBack(bed, stay, nanos));
    }

    private static StandingMovement movement(StoreRow row) {
        return row.movement().orElseThrow();
    }
}
