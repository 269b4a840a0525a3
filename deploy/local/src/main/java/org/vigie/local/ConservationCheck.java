package org.vigie.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.store.StoreQuery;

/** Counts what a ward has published, and follows each reading to its verdict and to the store. */
public final class ConservationCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConservationCheck.class);

    private final KafkaConnectionConfig kafka;
    private final TopicCounts topicCounts;
    private final StoreCounts storeCounts;

    /** @param liveFrom only records published from then on count for the latencies */
    public ConservationCheck(KafkaConnectionConfig kafka, StoreQuery store, Instant liveFrom) {
        this.kafka = kafka;
        this.topicCounts = new TopicCounts(kafka, liveFrom);
        this.storeCounts = new StoreCounts(store);
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
        if (!conserved) {
            LOG.error("Not everything is accounted for: {}", differences());
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
    DemoReport report(boolean conserved, LatencyRecorder visible, double startupS, Map<String, Long> memoryMib)
            throws IOException {
        var figures = new DemoFigures(topicCounts, storeCounts);
        return new DemoReport(
                conserved,
                figures.counts(),
                figures.rejected(),
                storeCounts.rows(),
                figures.alerts(),
                DemoFigures.ledger(LedgerVerification.ofTopic(kafka)),
                figures.latencies(visible),
                startupS,
                memoryMib);
    }

    /** Returns in one line how many readings have no verdict or two, for a person who looks for the cause. */
    public String describe() {
        VerdictTally verdicts = topicCounts.verdicts;
        return "%d readings, %d undecided, %d with two verdicts, %d unreadable and %d quarantined, rows %s"
                .formatted(
                        verdicts.readings(),
                        verdicts.undecided(),
                        verdicts.conflicts(),
                        topicCounts.unreadable,
                        topicCounts.quarantined,
                        storeCounts.rows());
    }

    @Override
    public void close() {
        topicCounts.close();
    }
}
