package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.station.passport.ResultVerification;
import org.vigie.station.passport.VerifiedKind;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests what the page is told of recorded results, with the topics of a real broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
class PassportResultVerifierIT {
    private KafkaConnectionConfig kafka;

    @BeforeEach
    void createTopics(KafkaTestNamespace shared) {
        EmbeddedKafka broker = shared.kafka();
        String namespace = "passport-" + System.nanoTime();
        broker.createTopics(TopicCatalogue.in(namespace, 2));
        kafka = new KafkaConnectionConfig(broker.bootstrapServers(), broker.registryUrl(), namespace, 2);
    }

    @Test
    void aScoreWhoseWindowIsGoneCannotBeComputedAndTheCommandIsNamed() {
        // given
        write(kafka.topics().scoresSurvival(), score("w"));

        // when
        ResultVerification answer = PassportResultVerifier.of(kafka).verify(VerifiedKind.SCORE, "s1:3");

        // then
        assertThat(answer.outcome()).isEqualTo("UNKNOWN");
        assertThat(answer.reason()).contains("its window is not in windows.hourly");
        assertThat(answer.command()).isEqualTo("./vigie verify score s1:3");
    }

    @Test
    void aResultThatWasNeverRecordedIsUnknown() {
        assertThat(PassportResultVerifier.of(kafka)
                        .verify(VerifiedKind.ALERT, "a1")
                        .reason())
                .contains("the topics hold no such record");
    }

    @Test
    void aScoreWhoseModelServerCannotBeReachedIsNeverTheSame() {
        // given
        Window window = window();
        String digest = ScoreRequestMapper.digest(ScoreRequestMapper.request(window));
        window.setDigest(digest);
        write(kafka.topics().windowsHourly(), window);
        write(kafka.topics().scoresSurvival(), score(digest));
        var models = new InferenceClientConfig("http://127.0.0.1:1", "survival", "1", Duration.ofSeconds(1), true);

        // when
        ResultVerification answer = new PassportResultVerifier(kafka, models, AlertStreamsConfig.defaults())
                .verify(VerifiedKind.SCORE, "s1:3");

        // then
        assertThat(answer.outcome()).isEqualTo("UNKNOWN");
        assertThat(answer.reason()).contains("survival-lstm 1", "gives no score now");
    }

    private static RiskScore score(String digest) {
        RiskScore score = new RiskScoreStory("REA/01", "s1").revision(3).scored(0.31, Instant.now());
        score.setWindowDigest(digest);
        return score;
    }

    private static Window window() {
        int cells = HourlyGrid.HOURS * HourlyGrid.SERIES;
        return Window.newBuilder()
                .setStay("s1")
                .setBed("REA/01")
                .setAdmittedAt(WardStory.START)
                .setEnd(WardStory.START)
                .setLastHour(0)
                .setSeries(List.of())
                .setValues(Collections.nCopies(cells, 1f))
                .setKinds(Collections.nCopies(cells, CellOriginRecord.MEASURED))
                .setAges(Collections.nCopies(cells, 0f))
                .setSex(AdministrativeSexRecord.UNKNOWN)
                .setUnitKind(UnitTypeRecord.MEDICAL)
                .setChangedHours(List.of())
                .setRevision(3)
                .setDigest("w")
                .setNewest(new Origin("t", 0, 0L, -1))
                .build();
    }

    private <V extends SpecificRecord> void write(Topic<V> topic, V value) {
        byte[] bytes = new AvroSerdes(kafka.registry()).of(topic).serializer().serialize(topic.name(), value);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic.name(), "s1", bytes));
        }
    }
}
