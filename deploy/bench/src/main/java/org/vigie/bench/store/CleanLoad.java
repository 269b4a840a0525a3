package org.vigie.bench.store;

import java.util.Map;
import org.vigie.bench.LoadProducer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;

/** Publishes clean observations of seven readings each, one for each bed and second. */
public record CleanLoad(KafkaConnectionConfig kafka, SampleObservations samples) {
    private static final int BATCH = 1_000;
    private static final String BATCH_BYTES = Integer.toString(1 << 18);

    /** Publishes so many records from a number on. */
    public void publish(long from, long records) {
        var topic = kafka.topics().observationsClean();
        var values = new AvroSerdes(kafka.registry()).of(topic).serializer();
        try (var producer = new LoadProducer<>(
                kafka, values, Map.of("batch.size", BATCH_BYTES, "linger.ms", "5", "compression.type", "lz4"))) {
            for (long first = from; first < from + records; first += BATCH) {
                for (CleanObservation each : samples.of(first, (int) Math.min(BATCH, from + records - first))) {
                    producer.send(topic.name(), each.getStay(), each);
                }
            }
        }
    }
}
