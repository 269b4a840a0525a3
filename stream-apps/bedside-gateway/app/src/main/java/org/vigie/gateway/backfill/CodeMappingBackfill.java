package org.vigie.gateway.backfill;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.codes.LiveCodeMap;
import org.vigie.gateway.codes.LiveCodeMap.IntegratorMapping;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.gateway.publish.DeliveryPublisher;
import org.vigie.gateway.send.GatewayRecordSender;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.BackfillProgress;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.terminology.CodeMap;

/**
 * Publishes readings whose code was mapped after they were received. It reads the sealed messages again and publishes the readings that the
 * new mapping adds, marked by a header. The same message and mapping give the same message id, so that cleaning takes each reading once.
 *
 * <p>The progress of each mapping is kept in {@code codes.backfilled}. A gateway that starts continues from there.
 *
 * <p>Messages that do not name their bed are left out, since the census of that time is not known. A message with a laboratory value that names a bed
 * on which another patient lay, while its own patient lay on none, lies in quarantine.
 */
public final class CodeMappingBackfill implements LiveCodeMap.CodeMappingListener, AutoCloseable {
    /** The number of messages between two notes of the progress. So many are read twice after a crash. */
    static final int STEP = 200;

    private static final Logger LOG = LoggerFactory.getLogger(CodeMappingBackfill.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(CodeMappingBackfill::daemon);
    private final Set<IntegratorMapping> begun = ConcurrentHashMap.newKeySet();
    private final KafkaConnectionConfig kafka;
    private final AvroSerdes serdes;
    private final SealedMessageReader messages;
    private final GatewayRecordSender recordSender;
    private final DeliveryPublisher publisher;
    private final GatewayCounters counters;
    private final Clock clock;

    public CodeMappingBackfill(
            GatewayConfig config,
            AvroSerdes serdes,
            IdentityCipher cipher,
            GatewayRecordSender recordSender,
            DeliveryPublisher publisher,
            GatewayCounters counters,
            Clock clock) {
        this.kafka = config.kafka();
        this.serdes = serdes;
        this.messages = new SealedMessageReader(config, cipher, publisher);
        this.recordSender = recordSender;
        this.publisher = publisher;
        this.counters = counters;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "back-fill");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void mapped(IntegratorMapping mapped, CodeMap before, CodeMap after) {
        begin(new BackfillRun(mapped, before, after, clock.instant(), new TreeMap<>()));
    }

    /** Continues the runs that an earlier gateway did not finish or did not start. To be called before messages are received. */
    public void resume(LiveCodeMap mappings) {
        Map<String, BackfillProgress> known = progress();
        Instant now = clock.instant();
        Instant oldest = now.minus(kafka.topics().messagesSealed().retention());
        for (IntegratorMapping mapped : mappings.known()) {
            Optional<BackfillProgress> noted = Optional.ofNullable(known.get(mapped.key()))
                    .filter(progress -> progress.getMappedAt().equals(mapped.at()));
            if (noted.isEmpty() && mapped.at().isAfter(oldest)) {
                begin(run(mapped, mappings, now, Map.of()));
            }
            noted.filter(progress -> !progress.getDone())
                    .ifPresent(progress -> begin(run(mapped, mappings, progress.getUntil(), progress.getPositions())));
        }
    }

    private Map<String, BackfillProgress> progress() {
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().codesBackfilled())) {
            return reader.readNewest();
        }
    }

    private static BackfillRun run(
            IntegratorMapping mapped, LiveCodeMap mappings, Instant until, Map<String, Long> positions) {
        return new BackfillRun(mapped, mappings.without(mapped), mappings.get(), until, new TreeMap<>(positions));
    }

    private void begin(BackfillRun run) {
        if (begun.add(run.mapped())) {
            thread.execute(() -> {
                while (!tried(run)) {
                    LOG.warn(
                            "back-fill of {}: did not come to its end, once more",
                            run.mapped().mapping());
                }
            });
        }
    }

    private boolean tried(BackfillRun run) {
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().messagesSealed())) {
            reader.seek(run.offsets());
            note(run, false);
            PendingBackfill pending = new PendingBackfill(run);
            reader.readToEnd(record -> take(record, run, pending));
            pending.end();
            note(run, true);
            counters.add("back-fills", 1);
            return true;
        } catch (KafkaException | CompletionException e) {
            return thread.isShutdown();
        }
    }

    private void take(TopicRecord<Sealed> record, BackfillRun run, PendingBackfill pending) {
        requireRunning();
        pending.add(record, again(record, run));
        if (pending.size() >= STEP) {
            pending.end();
            note(run, false);
        }
    }

    private void requireRunning() {
        if (thread.isShutdown()) {
            throw new KafkaException("the gateway stops");
        }
    }

    private void note(BackfillRun run, boolean done) {
        recordSender
                .send(kafka.topics().codesBackfilled(), run.mapped().key(), run.progress(done))
                .join();
    }

    private CompletableFuture<Void> again(TopicRecord<Sealed> record, BackfillRun run) {
        return record.value()
                .filter(kept -> run.mapped().mapping().isFrom(kept.getSource())
                        && kept.getSealedAt().isBefore(run.until()))
                .map(kept -> again(kept, run))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> again(Sealed kept, BackfillRun run) {
        Optional<byte[]> message = messages.open(kept);
        if (message.isEmpty()) {
            counters.add("not opened", 1);
            return CompletableFuture.completedFuture(null);
        }
        IntakeDelivery added = messages.added(message.get(), kept, run);
        counters.add("backfilled", added.readings());
        return publisher.publishBackfilled(added, kept.getSealedAt());
    }

    /** Ends the run in progress at its next message. The next gateway continues it. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
