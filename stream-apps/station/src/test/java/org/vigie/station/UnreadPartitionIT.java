package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Origin;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.StationAccessConfig;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.testing.story.WardStory;

/** Tests with a real broker that the station sees which partitions have no reader. */
class UnreadPartitionIT {
    private static final int PARTITIONS = 2;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    private EmbeddedKafka kafka;
    private AvroSerdes serdes;
    private KafkaProducer<String, byte[]> producer;
    private final TopicCatalogue topics = TopicCatalogue.in("unread", PARTITIONS);

    @Test
    void aPartitionThatVitalsStreamsDoesNotReadMakesExactlyItsBedsUnwatched() throws Exception {
        try (var broker = EmbeddedKafka.start(directory);
                var sender = producer(broker);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // given
            kafka = broker;
            producer = sender;
            serdes = new AvroSerdes(kafka.registryUrl());
            kafka.createTopics(topics);
            for (int partition = 0; partition < PARTITIONS; partition++) {
                measure("REA/0" + partition, partition);
            }

            // when: vitals-streams has read partition 0 only, alert-streams everything
            commit(admin, "vitals-streams", topics.observationsRaw(), 0);
            commit(admin, "alert-streams", topics.observationsClean(), 0, 1);

            // then
            var access = StationAccessConfig.in(directory.resolve("access"));
            var unused = new TestLogin(access, Clock.systemUTC(), UserHeadersConfig.defaults());
            try (var station = StationApp.start(config().withAccess(directory.resolve("access")));
                    var events = SseRecorder.of(station.address(), "nurse")) {
                await().atMost(TIMEOUT).until(() -> unwatched(events).equals(Set.of("REA/01")));

                // when
                commit(admin, "vitals-streams", topics.observationsRaw(), 1);

                // then
                await().atMost(TIMEOUT).until(() -> unwatched(events).isEmpty());
                assertThat(station.monitor().metricsText()).contains("vigie_station_beds_unwatched");
            }
        }
    }

    /** Returns the beds that the newest heartbeat names. */
    private static Set<String> unwatched(SseRecorder events) {
        var pulses = events.named("pulse");
        Set<String> beds = new TreeSet<>();
        if (!pulses.isEmpty()) {
            JsonNode newest = pulses.get(pulses.size() - 1).data().at("/unwatched");
            newest.forEach(bed -> beds.add(bed.at("/bed").asText()));
        }
        return beds;
    }

    /** Publishes a raw record and the clean record that names it as its origin. */
    private void measure(String bed, int partition) throws Exception {
        Instant now = Instant.now();
        String stay = "stay of " + bed;
        send(topics.staysCurrent(), partition, bed, admitted(bed, stay, now.minusSeconds(60)));
        var message = new WardStory().bed(bed, stay).at(now).kept("hr", 80);
        publish(topics.observationsRaw(), partition, bed, new byte[] {0});
        var clean = message.clean();
        clean.setOrigin(new Origin(topics.observationsRaw().name(), partition, 0L, -1));
        send(topics.observationsClean(), partition, stay, clean);
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, int partition, String key, V value) throws Exception {
        publish(topic, partition, key, serdes.of(topic).serializer().serialize(topic.name(), value));
    }

    /** The station reads no raw record: only their offsets count here. */
    private void publish(Topic<?> topic, int partition, String key, byte[] bytes) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), partition, key, bytes)).get();
    }

    private void commit(Admin admin, String app, Topic<?> topic, int... partitions) throws Exception {
        for (int partition : partitions) {
            var place = new TopicPartition(topic.name(), partition);
            admin.alterConsumerGroupOffsets(
                            StreamsApp.group(app, config().kafka()), Map.of(place, new OffsetAndMetadata(1)))
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<String, byte[]> producer(EmbeddedKafka broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private StationConfig config() {
        var settings = new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), "unread", PARTITIONS);
        return new StationConfig(
                settings,
                "127.0.0.1",
                0,
                List.of(),
                List.of(),
                1,
                Duration.ofHours(1),
                StalenessConfig.defaults(),
                UserHeadersConfig.defaults());
    }
}
