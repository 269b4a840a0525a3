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
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.variable.VariableNames;

/** Publishes records to observations.raw that must never stop a ward. Each call sends one record and waits until the broker stored it. */
public final class FaultInjector implements AutoCloseable {
    /** The source name in every readable record that this class sends. */
    public static final String SOURCE = "fault-injection";

    private static final int HEADER_BYTES = 5;
    private static final int NO_SCHEMA = 999_999;

    private final Topic<Observation> raw;
    private final Producer<String, byte[]> producer;
    private final Serializer<Observation> serializer;

    public FaultInjector(KafkaConnectionConfig kafka) {
        raw = kafka.topics().observationsRaw();
        serializer = new AvroSerdes(kafka.registry()).of(raw).serializer();
        producer = new KafkaClients(kafka).producer(new StringSerializer(), new ByteArraySerializer(), Map.of());
    }

    /** Sends a known schema id followed by bytes that are no observation. */
    public RecordMetadata malformedAvro(String bed, Instant at) {
        byte[] good = bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at));
        byte[] bad = Arrays.copyOf(good, good.length);
        Arrays.fill(bad, HEADER_BYTES, bad.length, (byte) 0xFF);
        return send(bed, bad);
    }

    /** Sends a record that ends too early. */
    public RecordMetadata truncatedAvro(String bed, Instant at) {
        byte[] good = bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at));
        return send(bed, Arrays.copyOf(good, good.length / 2));
    }

    /** Sends a schema id that the registry does not know. */
    public RecordMetadata unknownSchema(String bed, Instant at) {
        byte[] bytes = bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at));
        for (int place = 1; place < HEADER_BYTES; place++) {
            bytes[place] = (byte) (NO_SCHEMA >>> (8 * (HEADER_BYTES - 1 - place)));
        }
        return send(bed, bytes);
    }

    /** Sends text without the header of the wire format. */
    public RecordMetadata notFramed(String bed) {
        return send(bed, "MSH|^~\\&|".getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a record without any bytes. */
    public RecordMetadata empty(String bed) {
        return send(bed, new byte[0]);
    }

    /** Sends a code that the variable catalogue does not contain. */
    public RecordMetadata unknownVariable(String bed, Instant at) {
        return send(bed, bytes(bed, at, heartRate("MDC_NOT_A_CODE", 80.0, null, at)));
    }

    /** Sends a value that is not a number. */
    public RecordMetadata notANumber(String bed, Instant at) {
        return send(bed, bytes(bed, at, heartRate(VariableNames.HR, null, "eighty", at)));
    }

    /** Sends a reading measured an hour after it was received. */
    public RecordMetadata futureTime(String bed, Instant at) {
        return send(bed, bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at.plus(Duration.ofHours(1)))));
    }

    /** Sends a record in which every time is a year in the future. */
    public RecordMetadata futureReceived(String bed, Instant at) {
        Instant ahead = at.plus(Duration.ofDays(365));
        return send(bed, bytes(bed, ahead, heartRate(VariableNames.HR, 80.0, null, ahead)));
    }

    /** Sends a good reading of a bed that the ward does not have. */
    public RecordMetadata unknownBed(Instant at) {
        String bed = "NOWHERE/99";
        return send(bed, bytes(bed, at, heartRate(VariableNames.HR, 80.0, null, at)));
    }

    private static ReadingRecord heartRate(String variable, Double value, String text, Instant at) {
        return new ReadingRecord(variable, value, text, "/min", MeasurementStatusRecord.VALID, at, "");
    }

    private byte[] bytes(String bed, Instant at, ReadingRecord reading) {
        String id = "fault-" + UUID.randomUUID();
        return serializer.serialize(
                raw.name(), new Observation(SOURCE, "fault-" + bed, bed, id, 0L, at, at, List.of(reading), List.of()));
    }

    private RecordMetadata send(String bed, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(raw.name(), bed, value)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker to store a faulty record", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not store a faulty record", e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
