package org.vigie.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaProducers;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Reading;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.variable.VariableNames;

/** Sends what must never stop a ward to observations.raw, one record per call, and waits until the broker has it. */
public final class FaultInjector implements AutoCloseable {
    /** Source of every readable record sent here. */
    public static final String SOURCE = "fault-injection";

    private static final int HEADER_BYTES = 5;
    private static final int NO_SCHEMA = 999_999;

    private final Topic<Observation> raw;
    private final Producer<String, byte[]> producer;
    private final Serializer<Observation> serializer;

    public FaultInjector(KafkaConnectionConfig kafka) {
        raw = kafka.topics().observationsRaw();
        serializer = new AvroSerdes(kafka.registryUrl()).of(raw).serializer();
        producer = KafkaProducers.open(kafka, new StringSerializer(), new ByteArraySerializer(), Map.of());
    }

    /** A known schema id before bytes that are no observation. */
    public RecordMetadata malformedAvro(String bed, Instant at) {
        byte[] good = bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at));
        byte[] bad = Arrays.copyOf(good, good.length);
        Arrays.fill(bad, HEADER_BYTES, bad.length, (byte) 0xFF);
        return send(bed, bad);
    }

    /** A record that ends too early. */
    public RecordMetadata truncatedAvro(String bed, Instant at) {
        byte[] good = bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at));
        return send(bed, Arrays.copyOf(good, good.length / 2));
    }

    /** A schema id that the registry does not know. */
    public RecordMetadata unknownSchema(String bed, Instant at) {
        byte[] bytes = bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at));
        for (int place = 1; place < HEADER_BYTES; place++) {
            bytes[place] = (byte) (NO_SCHEMA >>> (8 * (HEADER_BYTES - 1 - place)));
        }
        return send(bed, bytes);
    }

    /** Text instead of a record. */
    public RecordMetadata notFramed(String bed) {
        return send(bed, "MSH|^~\\&|".getBytes(StandardCharsets.UTF_8));
    }

    /** No bytes at all. */
    public RecordMetadata empty(String bed) {
        return send(bed, new byte[0]);
    }

    /** A code that the variable catalogue does not hold. */
    public RecordMetadata unknownVariable(String bed, Instant at) {
        return send(bed, bytes(bed, at, heartRate("MDC_NOT_A_CODE", 80.0, null, at)));
    }

    /** A value that is not a number. */
    public RecordMetadata notANumber(String bed, Instant at) {
        return send(bed, bytes(bed, at, heartRate(VariableNames.HR, null, "eighty", at)));
    }

    /** A reading measured an hour after it was received. */
    public RecordMetadata futureTime(String bed, Instant at) {
        return send(bed, bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at.plus(Duration.ofHours(1)))));
    }

    /** A record whose every time lies a year ahead. */
    public RecordMetadata futureReceived(String bed, Instant at) {
        Instant ahead = at.plus(Duration.ofDays(365));
        return send(bed, bytes(bed, ahead, heartRate(VariableNames.HR, 80.0, null, ahead)));
    }

    /** A good reading of a bed that the ward does not have. */
    public RecordMetadata unknownBed(Instant at) {
        String bed = "NOWHERE/99";
        return send(bed, bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at)));
    }

    private static Reading heartRate(String variable, Double value, String text, Instant at) {
        return new Reading(variable, value, text, "/min", ReadingStatus.VALID, at, "");
    }

    private byte[] bytes(String bed, Instant at, Reading reading) {
        String id = "fault-" + UUID.randomUUID();
        return serializer.serialize(
                raw.name(), new Observation(SOURCE, "fault-" + bed, bed, id, 0L, at, at, List.of(reading), List.of()));
    }

    private RecordMetadata send(String bed, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(raw.name(), bed, value)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused", e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
