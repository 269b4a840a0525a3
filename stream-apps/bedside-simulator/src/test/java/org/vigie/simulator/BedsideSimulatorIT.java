package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Truth;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Runs the simulator against the embedded broker, with restarts and kills. */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(EmbeddedKafkaExtension.class)
class BedsideSimulatorIT {
    private static final Duration SOON = Duration.ofMinutes(10);

    @TempDir
    static Path directory;

    private static EmbeddedKafka broker;

    @BeforeAll
    static void startBroker(KafkaTestNamespace shared) {
        broker = shared.kafka();
    }

    @Test
    void aWardIsPublishedWithItsPastItsStaysAndItsTruth() throws Exception {
        // when
        SimulatorConfig config = config("whole", 6, 2, 20);

        // then
        try (BedsideSimulator simulator = BedsideSimulator.start(config)) {
            simulator.awaitLive(SOON);
            awaitObservationAfter(config, simulator.liveFrom().plusSeconds(150));
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> read(config, topics(config).truthEvents()).size() >= 6);
            assertThat(simulator.deteriorations(simulator.liveFrom().plusSeconds(40)))
                    .hasSize(6);
        }

        // when
        List<Observation> observations = read(config, topics(config).observationsRaw());
        // then
        assertNothingTwiceNothingMissing(observations);
        assertThat(observations).allMatch(each -> each.getReceivedTime().isBefore(Instant.now()));
        assertThat(read(config, topics(config).staysCurrent()))
                .extracting(BedStays::getBed)
                .contains("REA/01", "REA/06", "REA/R1");
        assertThat(read(config, topics(config).truthEvents()))
                .extracting(Truth::getVariable)
                .containsExactlyInAnyOrder("spo2", "hr", "hr", "abp_sys", "abp_sys", "abp_dia");
    }

    @Test
    void afterAStopInMidStreamTheFeedGoesOnWhereItWas() throws Exception {
        // given
        SimulatorConfig config = config("again", 5, 1, 1);
        Instant liveFrom;
        try (BedsideSimulator simulator = BedsideSimulator.start(config)) {
            simulator.awaitLive(SOON);
            liveFrom = simulator.liveFrom();
            awaitObservationAfter(config, liveFrom.plusSeconds(5));
        }
        SimulationCheckpoint old = SimulationCheckpoint.read(config.stateDir()).orElseThrow();
        try (BedsideSimulator simulator = BedsideSimulator.start(config)) {
            simulator.awaitLive(SOON);
            awaitObservationAfter(config, liveFrom.plusSeconds(12));
        }
        // when: a kill loses the newest bookmark, never the topic.
        old.write(config.stateDir());

        // then
        try (BedsideSimulator simulator = BedsideSimulator.start(config)) {
            simulator.awaitLive(SOON);
            assertThat(simulator.liveFrom()).isEqualTo(liveFrom);
            awaitObservationAfter(config, liveFrom.plusSeconds(18));
        }

        // when
        List<Observation> observations = read(config, topics(config).observationsRaw());
        // then
        assertNothingTwiceNothingMissing(observations);
        assertThat(observations).anyMatch(each -> each.getDeviceTime().isAfter(liveFrom.plusSeconds(16)));
    }

    @Test
    void aBedThatIsAddedGetsThePastThatTheOthersHave() throws Exception {
        // given
        SimulatorConfig few = config("more", 2, 1, 1);
        try (BedsideSimulator simulator = BedsideSimulator.start(few)) {
            simulator.awaitLive(SOON);
        }

        // when
        try (BedsideSimulator simulator = BedsideSimulator.start(config("more", 3, 1, 1))) {
            simulator.awaitLive(SOON);
        }

        // then
        List<Observation> observations = read(few, topics(few).observationsRaw());
        assertNothingTwiceNothingMissing(observations);
        assertThat(observations)
                .filteredOn(each -> each.getBed().equals("REA/03"))
                .hasSizeGreaterThan(12);
    }

    @Test
    void aWardOfOtherPatientsIsRefused() throws Exception {
        // given
        SimulatorConfig config = config("other", 1, 0, 1);
        try (BedsideSimulator simulator = BedsideSimulator.start(config)) {
            simulator.awaitLive(SOON);
        }
        SimulatorConfig other = config("other", 1, 3, 1);

        // when, then
        assertThatThrownBy(() -> BedsideSimulator.start(other)).hasMessageContaining("another data directory");
    }

    @Test
    void eachFaultHasTheFormThatItsNameStates() {
        // given
        SimulatorConfig config = config("faults", 1, 0, 1);
        createTopics(config);
        Instant at = Instant.now();
        try (FaultInjector feed = new FaultInjector(config.kafka())) {
            feed.malformedAvro("REA/01", at);
            feed.truncatedAvro("REA/01", at);
            feed.unknownSchema("REA/01", at);
            feed.notFramed("REA/01");
            feed.empty("REA/01");
            feed.unknownVariable("REA/01", at);
            feed.notANumber("REA/01", at);
            feed.futureTime("REA/01", at);
            feed.futureReceived("REA/01", at);
            feed.unknownBed(at);
        }

        // when
        Map<QuarantineReason, Integer> unreadable = new HashMap<>();
        List<Observation> readable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record :
                records(config, topics(config).observationsRaw())) {
            try {
                readable.add(deserializer(config, topics(config).observationsRaw())
                        .deserialize(record.topic(), record.value()));
            } catch (UnreadableRecordException e) {
                unreadable.merge(e.reason(), 1, Integer::sum);
            }
        }

        // then
        assertThat(unreadable)
                .isEqualTo(Map.of(
                        QuarantineReason.MALFORMED_AVRO, 2,
                        QuarantineReason.UNKNOWN_SCHEMA, 1,
                        QuarantineReason.NOT_FRAMED, 1,
                        QuarantineReason.EMPTY, 1));
        assertThat(readable).hasSize(5).allMatch(each -> each.getSource().equals(FaultInjector.SOURCE));
        assertThat(readable)
                .filteredOn(each -> each.getReceivedTime().isAfter(at.plus(Duration.ofDays(364))))
                .hasSize(1);
    }

    /** The clock of a simulator may be ahead of what it has sent, when the machine stood still. */
    private static void awaitObservationAfter(SimulatorConfig config, Instant time) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> read(config, topics(config).observationsRaw()).stream()
                        .anyMatch(each -> each.getDeviceTime().isAfter(time)));
    }

    private static void assertNothingTwiceNothingMissing(List<Observation> observations) {
        assertThat(observations).isNotEmpty();
        assertThat(observations).extracting(Observation::getMessageId).doesNotHaveDuplicates();
        Map<String, List<Long>> byBed = new HashMap<>();
        observations.forEach(each -> byBed.computeIfAbsent(each.getBed(), ignored -> new ArrayList<>())
                .add(each.getSequence()));
        byBed.forEach((bed, sequences) -> {
            for (int i = 0; i < sequences.size(); i++) {
                assertThat(sequences.get(i)).as(bed).isEqualTo(i);
            }
        });
    }

    private static SimulatorConfig config(String namespace, int beds, long seed, double speed) {
        var kafka = new KafkaConnectionConfig(broker.bootstrapServers(), broker.registryUrl(), namespace, 2);
        var config = new SimulatorConfig(
                kafka,
                directory.resolve(namespace),
                seed,
                "REA",
                beds,
                1,
                Optional.empty(),
                speed,
                60,
                1,
                "twelve",
                false);
        createTopics(config);
        return config;
    }

    private static void createTopics(SimulatorConfig config) {
        broker.createTopics(topics(config));
    }

    private static TopicCatalogue topics(SimulatorConfig config) {
        return config.kafka().topics();
    }

    private static <V extends SpecificRecord> List<V> read(SimulatorConfig config, Topic<V> topic) {
        Deserializer<V> deserializer = deserializer(config, topic);
        return records(config, topic).stream()
                .map(record -> deserializer.deserialize(record.topic(), record.value()))
                .toList();
    }

    private static <V extends SpecificRecord> Deserializer<V> deserializer(SimulatorConfig config, Topic<V> topic) {
        return new AvroSerdes(config.kafka().registryUrl()).of(topic).deserializer();
    }

    private static List<ConsumerRecord<String, byte[]>> records(SimulatorConfig config, Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", config.kafka().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    List.of(new TopicPartition(topic.name(), 0), new TopicPartition(topic.name(), 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
