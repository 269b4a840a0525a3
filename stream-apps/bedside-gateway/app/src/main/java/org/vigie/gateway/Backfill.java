package org.vigie.gateway;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.Mapping;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Outcome;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.identity.Seal;
import org.vigie.gateway.mqtt.KeptBatch;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * What was sent before a code was mapped: the sealed messages are read again, and what is understood now and was not before goes to
 * {@code observations.raw}, marked. The same message read again has the same message id, so that cleaning takes it once.
 *
 * <p>HL7, FHIR and MQTT that say their bed: where a patient without a bed lay then, nobody knows now.
 */
final class Backfill implements Mappings.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
    private static final int UNDER_WAY = 500;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Backfill::daemon);
    private final KafkaSettings kafka;
    private final AvroSerdes serdes;
    private final Seal seal;
    private final GatewayConfig config;
    private final Door door;
    private final Counts counts;
    private final Clock clock;

    Backfill(GatewayConfig config, AvroSerdes serdes, Seal seal, Door door, Counts counts, Clock clock) {
        this.config = config;
        this.kafka = config.kafka();
        this.serdes = serdes;
        this.seal = seal;
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
    public void mapped(Mapping mapping, CodeMap before, CodeMap after) {
        Instant until = clock.instant();
        thread.execute(() -> {
            while (!tried(mapping, before, after, until)) {
                LOG.warn("back-fill of {}: did not come to its end, once more", mapping);
            }
        });
    }

    private boolean tried(Mapping mapping, CodeMap before, CodeMap after, Instant until) {
        Deque<CompletableFuture<Void>> sent = new ArrayDeque<>();
        try (var reader = new TopicReader<>(kafka, serdes, kafka.topics().messagesSealed())) {
            reader.readAll((id, kept) -> {
                if (thread.isShutdown()) {
                    throw new KafkaException("the gateway stops");
                }
                if (mapping.isFrom(kept.getSource()) && kept.getSealedAt().isBefore(until)) {
                    sent.add(again(kept, before, after));
                }
                while (sent.size() > UNDER_WAY) {
                    sent.remove().join();
                }
            });
            sent.forEach(CompletableFuture::join);
            counts.add("back-fills", 1);
            return true;
        } catch (KafkaException | CompletionException e) {
            return thread.isShutdown();
        }
    }

    private CompletableFuture<Void> again(Sealed kept, CodeMap before, CodeMap after) {
        byte[] message;
        try {
            message = opened(kept);
        } catch (IllegalArgumentException e) {
            counts.add("not opened", 1);
            return CompletableFuture.completedFuture(null);
        }
        List<Measured> understood = new ArrayList<>(read(message, kept.getSealedAt(), after));
        understood.removeAll(read(message, kept.getSealedAt(), before));
        understood.removeIf(one -> one.bed().isEmpty());
        counts.add("backfilled", understood.size());
        return door.publishLate(kept.getSource(), kept.getName() + "-mapped", understood, kept.getSealedAt());
    }

    private byte[] opened(Sealed kept) {
        ByteBuffer content = kept.getContent();
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return seal.open(bytes, kept.getName());
    }

    /** A message that is no HL7 is read as FHIR, one that is neither as an MQTT batch; what is none of these brings nothing. */
    private List<Measured> read(byte[] message, Instant received, CodeMap codes) {
        Outcome hl7 =
                new Hl7Reader(codes, config.senderRules()).receivedAt(received).read("", message);
        if (hl7.error().isEmpty()) {
            return hl7.observations();
        }
        Outcome fhir = new FhirReader(codes, ZoneId.of(config.fhir().zone()), door).read("", message);
        return fhir.error().isEmpty()
                ? fhir.observations()
                : KeptBatch.read(codes, config.mqtt().root(), message);
    }

    /** What is being read ends at its next message. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
