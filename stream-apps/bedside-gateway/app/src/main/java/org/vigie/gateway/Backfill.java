package org.vigie.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.Mappings.Mapped;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.Digest;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Outcome;
import org.vigie.gateway.codes.Protocol;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.identity.Seal;
import org.vigie.gateway.mqtt.KeptBatch;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.BackfillProgress;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * What was sent before a code was mapped: the sealed messages are read again, and what is understood now and was not before goes to
 * {@code observations.raw}, marked. The same message read again for the same mapping has the same message id, so that cleaning takes it
 * once.
 *
 * <p>How far each mapping has come is kept in {@code codes.backfilled}: a gateway that starts goes on where the one before was cut off.
 *
 * <p>HL7, FHIR and MQTT that say their bed: where a patient without a bed lay then, nobody knows now.
 */
final class Backfill implements Mappings.Listener, AutoCloseable {
    /** Messages from one note of the progress to the next: as many are read twice after a crash. */
    static final int STEP = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
    private static final int MAPPING_DIGITS = 8;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Backfill::daemon);
    private final Set<Mapped> begun = ConcurrentHashMap.newKeySet();
    private final KafkaSettings kafka;
    private final AvroSerdes serdes;
    private final Seal seal;
    private final GatewayConfig config;
    private final Broker broker;
    private final Door door;
    private final Counts counts;
    private final Clock clock;

    /** One mapping's way through the kept messages; {@code positions} goes on as it does. */
    private record Run(Mapped mapped, CodeMap before, CodeMap after, Instant until, Map<String, Long> positions) {
        BackfillProgress progress(boolean done) {
            return new BackfillProgress(mapped.mapping().variable(), mapped.at(), until, done, Map.copyOf(positions));
        }
    }

    private record Understood(Protocol protocol, List<Measured> readings) {}

    Backfill(GatewayConfig config, AvroSerdes serdes, Seal seal, Broker broker, Door door, Counts counts, Clock clock) {
        this.config = config;
        this.kafka = config.kafka();
        this.serdes = serdes;
        this.seal = seal;
        this.broker = broker;
        this.door = door;
        this.counts = counts;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "back-fill");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void mapped(Mapped mapped, CodeMap before, CodeMap after) {
        begin(new Run(mapped, before, after, clock.instant(), new TreeMap<>()));
    }

    /**
     * Goes on with what an earlier gateway did not finish or did not see. Call it before messages come in: what was kept until now was
     * understood without the mappings that no progress is noted of.
     */
    void resume(Mappings mappings) {
        Map<String, BackfillProgress> known = new HashMap<>();
        try (var reader = new TopicReader<>(kafka, serdes, kafka.topics().codesBackfilled())) {
            reader.readAll(known::put);
        }
        Instant now = clock.instant();
        Instant oldest = now.minus(kafka.topics().messagesSealed().retention());
        for (Mapped mapped : mappings.known()) {
            BackfillProgress progress = known.get(mapped.key());
            boolean isNoted = progress != null && progress.getMappedAt().equals(mapped.at());
            if (isNoted && !progress.getDone()) {
                begin(run(mapped, mappings, progress.getUntil(), progress.getPositions()));
            } else if (!isNoted && mapped.at().isAfter(oldest)) {
                begin(run(mapped, mappings, now, Map.of()));
            }
        }
    }

    private static Run run(Mapped mapped, Mappings mappings, Instant until, Map<String, Long> positions) {
        return new Run(mapped, mappings.without(mapped), mappings.get(), until, new TreeMap<>(positions));
    }

    private void begin(Run run) {
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

    private boolean tried(Run run) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        Map<String, Long> read = new TreeMap<>(run.positions());
        try (var reader = new TopicReader<>(kafka, serdes, kafka.topics().messagesSealed())) {
            reader.seek(run.positions());
            note(run, false);
            reader.readAllRecords(record -> {
                if (thread.isShutdown()) {
                    throw new KafkaException("the gateway stops");
                }
                sent.add(again(record, run));
                read.put(Integer.toString(record.partition()), record.offset() + 1);
                if (sent.size() >= STEP) {
                    ended(sent);
                    run.positions().putAll(read);
                    note(run, false);
                }
            });
            ended(sent);
            run.positions().putAll(read);
            note(run, true);
            counts.add("back-fills", 1);
            return true;
        } catch (KafkaException | CompletionException e) {
            return thread.isShutdown();
        }
    }

    private static void ended(List<CompletableFuture<Void>> sent) {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        sent.clear();
    }

    private void note(Run run, boolean done) {
        broker.send(kafka.topics().codesBackfilled(), run.mapped().key(), run.progress(done))
                .join();
    }

    private CompletableFuture<Void> again(ConsumerRecord<String, Sealed> record, Run run) {
        Sealed kept = record.value();
        boolean isMeant = kept != null
                && run.mapped().mapping().isFrom(kept.getSource())
                && kept.getSealedAt().isBefore(run.until());
        return isMeant ? again(kept, run) : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> again(Sealed kept, Run run) {
        byte[] message;
        try {
            message = opened(kept);
        } catch (IllegalArgumentException e) {
            counts.add("not opened", 1);
            return CompletableFuture.completedFuture(null);
        }
        Understood after = read(message, kept.getSealedAt(), run.after());
        List<Measured> understood = new ArrayList<>(after.readings());
        understood.removeAll(read(message, kept.getSealedAt(), run.before()).readings());
        understood.removeIf(one -> one.bed().isEmpty());
        counts.add("backfilled", understood.size());
        return door.publishLate(
                after.protocol(), kept.getSource(), id(kept, run.mapped()), understood, kept.getSealedAt());
    }

    /** Another mapping may find more in the same message: that is no duplicate. */
    private static String id(Sealed kept, Mapped mapped) {
        byte[] mapping = mapped.key().getBytes(StandardCharsets.UTF_8);
        return kept.getName() + "-" + Digest.of(mapping).substring(0, MAPPING_DIGITS) + "-mapped";
    }

    private byte[] opened(Sealed kept) {
        ByteBuffer content = kept.getContent();
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return seal.open(bytes, kept.getName());
    }

    /** A message that is no HL7 is read as FHIR, one that is neither as an MQTT batch; what is none of these brings nothing. */
    private Understood read(byte[] message, Instant received, CodeMap codes) {
        Outcome hl7 =
                new Hl7Reader(codes, config.senderRules()).receivedAt(received).read("", message);
        if (hl7.error().isEmpty()) {
            return new Understood(Protocol.HL7, hl7.observations());
        }
        Outcome fhir = new FhirReader(codes, ZoneId.of(config.fhir().zone()), door).read("", message);
        return fhir.error().isEmpty()
                ? new Understood(Protocol.FHIR, fhir.observations())
                : new Understood(
                        Protocol.MQTT, KeptBatch.read(codes, config.mqtt().root(), message));
    }

    /** What is being read ends at its next message; the next gateway goes on with it. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
