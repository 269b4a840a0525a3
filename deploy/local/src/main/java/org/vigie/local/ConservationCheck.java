package org.vigie.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.sink.row.StoreTables;
import org.vigie.store.StoreQuery;

/** Counts what a ward has published, and follows each reading to its verdict and to the store. */
public final class ConservationCheck implements AutoCloseable {
    private final KafkaConnectionConfig kafka;
    private final TopicCounts topicCounts;
    private final StoreCounts storeCounts;

    /** @param liveFrom only records published from then on count for the latencies */
    public ConservationCheck(KafkaConnectionConfig kafka, StoreQuery store, Instant liveFrom) {
        this.kafka = kafka;
        this.topicCounts = new TopicCounts(kafka, liveFrom);
        this.storeCounts = new StoreCounts(store, StoreTables.in(kafka.namespace()));
    }

    /**
     * Reads on until every reading has its verdict and the store agrees, or until the time is over.
     *
     * @return whether everything is accounted for
     */
    public boolean awaitConserved(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        boolean conserved = isConserved();
        while (!conserved && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(250);
            conserved = isConserved();
        }
        return conserved;
    }

    private boolean isConserved() {
        topicCounts.readToEnd();
        storeCounts.read();
        return differences().isEmpty();
    }

    private List<String> differences() {
        return Stream.concat(topicCounts.differences().stream(), storeCounts.differences(topicCounts).stream())
                .toList();
    }

    /**
     * Returns what was counted.
     *
     * @param visible latency until the station's event stream shows a record
     * @param startupS until the ward was live, s
     * @param memoryMib resident memory, by name
     */
    DemoReport report(LatencyRecorder visible, double startupS, Map<String, Long> memoryMib) throws IOException {
        var figures = new DemoFigures(topicCounts, storeCounts);
        List<String> differences = differences();
        return new DemoReport(
                differences.isEmpty(),
                differences,
                figures.counts(),
                figures.rejected(),
                storeCounts.rows(),
                figures.alerts(),
                DemoFigures.ledger(LedgerVerification.ofTopic(kafka)),
                figures.latencies(visible),
                startupS,
                memoryMib);
    }

    /** Names in one line each count that differs, for a person who looks for the cause. */
    public String describe() {
        return String.join("; ", differences());
    }

    @Override
    public void close() {
        topicCounts.close();
    }
}
