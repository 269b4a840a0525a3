package org.vigie.bench.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.vigie.bench.LoadProducer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Generates the numerics of some beds: one message per bed and second with seven readings. Values move by a random walk with a fixed seed.
 *
 * @param length time of the ward that is published; it ends now
 */
record WardLoad(int beds, Duration length) {
    /** Readings in each message. */
    static final int READINGS = 7;

    private static final List<String> VARIABLES = List.of(
            VariableNames.HR,
            VariableNames.SPO2,
            VariableNames.RR,
            VariableNames.ABP_SYS,
            VariableNames.ABP_DIA,
            VariableNames.ABP_MEAN,
            VariableNames.PULSE_SPO2);
    private static final List<Integer> USUAL = List.of(80, 95, 16, 118, 64, 82, 80);
    private static final long BATCH_BYTES = 1 << 18;

    long messages() {
        return beds * length.toSeconds();
    }

    long readings() {
        return messages() * READINGS;
    }

    /** Publishes the stays of the beds and all messages in the order of their time. */
    void publish(KafkaConnectionConfig kafka) {
        var serdes = new AvroSerdes(kafka.registry());
        var raw = kafka.topics().observationsRaw();
        var stays = kafka.topics().staysCurrent();
        Instant start = Instant.now().minus(length);
        var random = new Random(1);
        try (LoadProducer<Object> producer = producer(kafka, serdes)) {
            for (int bed = 0; bed < beds; bed++) {
                producer.send(stays.name(), name(bed), stay(bed, start));
            }
            producer.flush();
            for (int second = 0; second < length.toSeconds(); second++) {
                for (int bed = 0; bed < beds; bed++) {
                    producer.send(raw.name(), name(bed), message(bed, second, start.plusSeconds(second), random));
                }
            }
        }
    }

    private static LoadProducer<Object> producer(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        var observations = serdes.of(kafka.topics().observationsRaw()).serializer();
        var stays = serdes.of(kafka.topics().staysCurrent()).serializer();
        return new LoadProducer<>(
                kafka,
                (topic, value) -> value instanceof Observation observation
                        ? observations.serialize(topic, observation)
                        : stays.serialize(topic, (BedStays) value),
                Map.of("batch.size", Long.toString(BATCH_BYTES), "linger.ms", "5"));
    }

    static String name(int bed) {
        return "U/" + bed;
    }

    static BedStays stay(int bed, Instant start) {
        Stay stay = Stay.newBuilder()
                .setStay("stay-" + bed)
                .setPatient("patient-" + bed)
                .setBed(name(bed))
                .setFrom(start.minusSeconds(3_600))
                .setAdmittedAt(start.minusSeconds(3_600))
                .build();
        return new BedStays(name(bed), List.of(stay));
    }

    static Observation message(int bed, int second, Instant at, Random random) {
        return Observation.newBuilder()
                .setSource("bench")
                .setDevice("monitor-" + bed)
                .setBed(name(bed))
                .setMessageId(bed + "-" + second)
                .setSequence(second)
                .setDeviceTime(at)
                .setReceivedTime(at)
                .setReadings(IntStream.range(0, READINGS)
                        .mapToObj(index -> reading(index, at, random))
                        .toList())
                .build();
    }

    private static ReadingRecord reading(int index, Instant at, Random random) {
        String variable = VARIABLES.get(index);
        String unit = VariableCatalogue.standard().get(variable).unit();
        double value = USUAL.get(index) + random.nextInt(3);
        return new ReadingRecord(variable, value, null, unit, MeasurementStatusRecord.VALID, at, "");
    }
}
