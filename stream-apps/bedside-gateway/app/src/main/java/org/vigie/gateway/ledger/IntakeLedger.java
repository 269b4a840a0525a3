package org.vigie.gateway.ledger;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.send.RecordSender;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Keeps the {@link SenderAccounts} of the gateway in topics. The records that changed are written to {@code readings.counted} and {@code
 * readings.leftout} once a second and at the end. A gateway that starts continues with the counts of the one before.
 *
 * <p>A message is counted once its sender has the final answer. A message that must be sent again is not counted.
 */
public final class IntakeLedger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeLedger.class);
    private static final long PERIOD_MILLIS = 1_000;
    private static final long CLOSE_SECONDS = 3;

    private final RecordSender recordSender;
    private final TopicCatalogue topics;
    private final SenderAccounts accounts;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(IntakeLedger::daemon);

    public IntakeLedger(RecordSender recordSender, TopicCatalogue topics, Clock clock) {
        this.recordSender = recordSender;
        this.topics = topics;
        this.accounts = new SenderAccounts(clock);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "intake-ledger");
        thread.setDaemon(true);
        return thread;
    }

    public SenderAccounts accounts() {
        return accounts;
    }

    /** Reads the counts of the gateway before, and writes once a second from now on. */
    public void start(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        try (var reader = TopicReader.fromBeginning(kafka, serdes, topics.readingsCounted())) {
            reader.restore((key, counted) -> counted.ifPresent(value -> accounts.restore(key, value)));
        }
        try (var reader = TopicReader.fromBeginning(kafka, serdes, topics.readingsLeftOut())) {
            reader.restore((key, leftOut) -> leftOut.ifPresent(value -> accounts.restore(key, value)));
        }
        var unused = writer.scheduleWithFixedDelay(
                this::writeWithoutWaiting, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void writeWithoutWaiting() {
        var unused = write();
    }

    /** Sends the records that changed since the last call. A record that the broker does not take is sent again the next time. */
    CompletableFuture<Void> write() {
        return CompletableFuture.allOf(
                accounts.takeChanges().stream().map(this::send).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> send(UnsentLedgerRecord unsent) {
        return unsent.send(recordSender, topics).exceptionally(failure -> {
            accounts.markUnsent(unsent);
            return null;
        });
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            var unused = writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isRestWritten()) {
            LOG.warn(
                    "the counts of the newest readings may be missing: the broker did not take them within {} s",
                    CLOSE_SECONDS);
        }
    }

    /** Writes what is left, and returns whether the broker took all of it in time. What it takes later is written, too. */
    boolean isRestWritten() {
        return write().thenApply(done -> accounts.takeChanges().isEmpty())
                .completeOnTimeout(false, CLOSE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
