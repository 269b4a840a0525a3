package org.vigie.bench.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.vigie.schemas.CleanObservation;
import org.vigie.sink.row.ReadingRowMapper;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;
import org.vigie.sink.store.StoreEndpoint;
import org.vigie.sink.store.StoreSchema;
import org.vigie.sink.store.StoreWriter;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreQuery;

/** Writes rounds of rows into a store in three ways. Each round has other rows, and ends when the store has applied the ones before. */
final class StoreBench implements AutoCloseable {
    private static final int OBSERVATIONS_PER_BATCH = 714;
    private static final int BEDS = 200;
    private static final long LOOK_EVERY_MS = 20;

    private final int batches;
    private final StoreQuery query;
    private final StoreWriter writer;
    private final LinePoster poster;
    private final ReadingRowMapper mapper;
    private final SampleObservations observations = new SampleObservations(BEDS);
    private long made;

    /** @param batches in each round; each has about 5,000 rows, as those of the sink */
    StoreBench(EmbeddedStore store, int batches) {
        this.batches = batches;
        var endpoint = new StoreEndpoint(
                store.httpUrl(), "admin", Optional.of(store.admin().passwordFile()));
        var tables = StoreTables.in("bench");
        var schema = new StoreSchema(endpoint, tables);
        schema.create();
        this.query = new StoreQuery(store.httpUrl(), store.admin());
        this.writer = new StoreWriter(endpoint, schema);
        this.poster = new LinePoster(store.httpUrl(), store.admin().authorization());
        this.mapper = new ReadingRowMapper(tables);
    }

    /** Maps observations to rows and writes them, as the sink does. @return rows a second */
    double mapAndWrite() {
        List<List<CleanObservation>> round = round();
        return rate(round.size(), place -> writer.write(rows(round.get(place))));
    }

    /** Writes rows that are lines already through the sink's writer. @return rows a second */
    double write() {
        List<List<StoreRow>> round = round().stream().map(this::rows).toList();
        return rate(round.size(), place -> writer.write(round.get(place)));
    }

    /** Posts bodies that are encoded already. @return rows a second */
    double post() {
        List<byte[]> round =
                round().stream().map(this::rows).map(StoreBench::body).toList();
        return rate(round.size(), place -> poster.post(round.get(place)));
    }

    private double rate(int count, IntConsumer work) {
        awaitApplied();
        long from = System.nanoTime();
        for (int place = 0; place < count; place++) {
            work.accept(place);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        return count * (double) rowsPerBatch() / seconds;
    }

    /** Returns the number of rows of each batch. */
    int rowsPerBatch() {
        return rows(observations.of(0, OBSERVATIONS_PER_BATCH)).size();
    }

    private List<List<CleanObservation>> round() {
        long first = made;
        made += (long) batches * OBSERVATIONS_PER_BATCH;
        return LongStream.range(0, batches)
                .mapToObj(batch -> observations.of(first + batch * OBSERVATIONS_PER_BATCH, OBSERVATIONS_PER_BATCH))
                .toList();
    }

    private List<StoreRow> rows(List<CleanObservation> batch) {
        return batch.stream().flatMap(each -> mapper.of(each).stream()).toList();
    }

    private static byte[] body(List<StoreRow> rows) {
        return rows.stream()
                .map(StoreRow::line)
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    long stored() {
        awaitApplied();
        return query.number("SELECT count() FROM bench_readings");
    }

    long sent() {
        return made / OBSERVATIONS_PER_BATCH * rowsPerBatch();
    }

    private void awaitApplied() {
        try {
            while (query.number("SELECT count() FROM wal_tables() WHERE writerTxn < sequencerTxn") > 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
