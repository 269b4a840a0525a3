package org.vigie.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.LiveCodeMap.IntegratorMapping;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.gateway.intake.ContentDigest;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.mqtt.StoredMqttBatch;
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
 * <p>Messages that do not name their bed are left out, since the census of that time is not known.
 */
final class CodeMappingBackfill implements LiveCodeMap.CodeMappingListener, AutoCloseable {
    /** The number of messages between two notes of the progress. So many are read twice after a crash. */
    static final int STEP = 200;

    private static final Logger LOG = LoggerFactory.getLogger(CodeMappingBackfill.class);
    private static final int MAPPING_DIGITS = 8;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(CodeMappingBackfill::daemon);
    private final Set<IntegratorMapping> begun = ConcurrentHashMap.newKeySet();
    private final KafkaConnectionConfig kafka;
    private final AvroSerdes serdes;
    private final IdentityCipher cipher;
    private final GatewayConfig config;
    private final GatewayRecordSender recordSender;
    private final DeliveryPublisher publisher;
    private final GatewayCounters counters;
    private final Clock clock;

    /** The run of one mapping through the sealed messages. {@code positions} is updated as it advances. */
    private record BackfillRun(
            IntegratorMapping mapped, CodeMap before, CodeMap after, Instant until, Map<String, Long> positions) {
        BackfillProgress progress(boolean done) {
            return new BackfillProgress(mapped.mapping().variable(), mapped.at(), until, done, Map.copyOf(positions));
        }

        Map<Integer, Long> offsets() {
            return positions.entrySet().stream()
                    .collect(Collectors.toMap(position -> Integer.valueOf(position.getKey()), Map.Entry::getValue));
        }
    }

    /** The readings of one message by one code map. */
    private record BackfilledReadings(IntakeProtocol protocol, List<MeasuredValue> readings) {}

    CodeMappingBackfill(
            GatewayConfig config,
            AvroSerdes serdes,
            IdentityCipher cipher,
            GatewayRecordSender recordSender,
            DeliveryPublisher publisher,
            GatewayCounters counters,
            Clock clock) {
        this.config = config;
        this.kafka = config.kafka();
        this.serdes = serdes;
        this.cipher = cipher;
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
    void resume(LiveCodeMap mappings) {
        Map<String, BackfillProgress> known;
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().codesBackfilled())) {
            known = reader.readNewest();
        }
        Instant now = clock.instant();
        Instant oldest = now.minus(kafka.topics().messagesSealed().retention());
        for (IntegratorMapping mapped : mappings.known()) {
            BackfillProgress progress = known.get(mapped.key());
            boolean isNoted = progress != null && progress.getMappedAt().equals(mapped.at());
            if (isNoted && !progress.getDone()) {
                begin(run(mapped, mappings, progress.getUntil(), progress.getPositions()));
            } else if (!isNoted && mapped.at().isAfter(oldest)) {
                begin(run(mapped, mappings, now, Map.of()));
            }
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
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        Map<String, Long> read = new TreeMap<>(run.positions());
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().messagesSealed())) {
            reader.seek(run.offsets());
            note(run, false);
            reader.readToEnd(record -> {
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
            counters.add("back-fills", 1);
            return true;
        } catch (KafkaException | CompletionException e) {
            return thread.isShutdown();
        }
    }

    private static void ended(List<CompletableFuture<Void>> sent) {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        sent.clear();
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
        byte[] message;
        try {
            message = opened(kept);
        } catch (IllegalArgumentException e) {
            counters.add("not opened", 1);
            return CompletableFuture.completedFuture(null);
        }
        BackfilledReadings after = read(message, kept.getSealedAt(), run.after());
        List<MeasuredValue> added = new ArrayList<>(after.readings());
        added.removeAll(read(message, kept.getSealedAt(), run.before()).readings());
        added.removeIf(one -> one.bed().isEmpty());
        counters.add("backfilled", added.size());
        return publisher.publishBackfilled(
                after.protocol(), kept.getSource(), id(kept, run.mapped()), added, kept.getSealedAt());
    }

    /** Returns the message id. It contains the mapping, since another mapping can add other readings of the same message. */
    private static String id(Sealed kept, IntegratorMapping mapped) {
        byte[] mapping = mapped.key().getBytes(StandardCharsets.UTF_8);
        return kept.getName() + "-" + ContentDigest.of(mapping).hex().substring(0, MAPPING_DIGITS) + "-mapped";
    }

    private byte[] opened(Sealed kept) {
        ByteBuffer content = kept.getContent();
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return cipher.decrypt(bytes, kept.getName());
    }

    /** Reads a message as HL7, else as FHIR, else as an MQTT batch. Any other message has no readings. */
    private BackfilledReadings read(byte[] message, Instant received, CodeMap codes) {
        MessageOutcome hl7 =
                new Hl7Reader(codes, config.senderRules()).receivedAt(received).read(message);
        if (hl7.error().isEmpty()) {
            return new BackfilledReadings(IntakeProtocol.HL7, hl7.observations());
        }
        MessageOutcome fhir = new FhirReader(codes, ZoneId.of(config.fhir().zone()), publisher).read(message);
        return fhir.error().isEmpty()
                ? new BackfilledReadings(IntakeProtocol.FHIR, fhir.observations())
                : new BackfilledReadings(
                        IntakeProtocol.MQTT,
                        StoredMqttBatch.parse(message)
                                .measured(codes, config.mqtt().root()));
    }

    /** Ends the run in progress at its next message. The next gateway continues it. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
