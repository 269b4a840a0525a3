package org.vigie.gateway.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.recordings.StayRecording;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Plays to a real broker. The ward's clock is after the recording's end, so that every row is due at once. */
@ExtendWith(EmbeddedKafkaExtension.class)
class RecordingPlayerIT {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final String BED = "REA/09";

    private static StayRecording recording(String id) {
        List<StayRecording.RecordedRow> rows = new ArrayList<>();
        for (int second = 0; second < 20; second++) {
            rows.add(new StayRecording.RecordedRow(
                    Duration.ofMillis(second), List.of(StayRecording.RecordedValue.of("hr", 60 + second, "/min"))));
        }
        var person = new StayRecording.RecordedPatient(
                70.0, AdministrativeSexRecord.FEMALE, null, null, UnitTypeRecord.MEDICAL);
        return new StayRecording("test", id, person, rows, Duration.ofMillis(20), true);
    }

    @Test
    void aFreeBedGetsAStayDuringThePlaybackAndAnOccupiedBedKeepsItsPatient(KafkaTestNamespace namespace)
            throws Exception {
        // given
        var kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        namespace.kafka().createTopics(kafka.topics());
        try (PlaybackTopics ward = new PlaybackTopics(kafka)) {
            // when: played to a free bed
            var player = new RecordingPlayer(ward, BED, Clock.fixed(NOW, ZoneOffset.UTC));
            assertThat(player.play(recording("first"), 1)).isEqualTo(20);
            // then
            List<Stay> stays = ward.stays(BED).orElseThrow().getStays();
            assertThat(stays).hasSize(1);
            assertThat(stays.get(0).getFrom()).isEqualTo(NOW);
            assertThat(stays.get(0).getUntil()).isEqualTo(NOW.plusMillis(1019));
            List<Observation> raw = raw(kafka);
            assertThat(raw).hasSize(20);
            assertThat(raw).extracting(Observation::getMessageId).doesNotHaveDuplicates();
            assertThat(raw.get(19).getReadings().get(0).getValue()).isEqualTo(79);
            // when: somebody lies there
            Stay open = Stay.newBuilder(stays.get(0))
                    .setStay("somebody")
                    .setUntil(null)
                    .build();
            ward.send(new BedStays(BED, List.of(open)));
            player.play(recording("second"), 1);
            // then
            assertThat(ward.stays(BED).orElseThrow().getStays()).containsExactly(open);
            assertThat(raw(kafka)).hasSize(40);
        }
    }

    private static List<Observation> raw(KafkaConnectionConfig kafka) {
        Topic<Observation> topic = kafka.topics().observationsRaw();
        List<Observation> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    List.of(new TopicPartition(topic.name(), 0), new TopicPartition(topic.name(), 1));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var serde = new AvroSerdes(kafka.registryUrl()).of(topic);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> all.add(serde.deserializer().deserialize(topic.name(), record.value())));
            }
        }
        return all;
    }
}
