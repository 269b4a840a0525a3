package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.WardStory;

/** Runs the command on a real broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
class AlarmsReportCommandIT {
    @TempDir
    Path directory;

    @Test
    void withJsonStandardOutputHoldsTheFiguresOfTheLedger(KafkaTestNamespace namespace) throws Exception {
        // given
        var kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 1);
        namespace.kafka().createTopics(kafka.topics());
        var alarm = new WardStory().bed("1").alert("a1");
        publish(kafka, alarm.raised(), alarm.cleared(WardStory.at(60)));

        // when
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandRunner.of(new AlarmsCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute("report", "--json", "--from", from(), "--to", to(), "--config", config(kafka));

        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        JsonNode figures = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(out.toString());
        assertThat(figures.isObject()).isTrue();
        assertThat(figures.toString()).contains("spo2_low");
    }

    @Test
    void twoNamespacesAreComparedSideBySide(KafkaTestNamespace namespace) throws Exception {
        // given
        var live = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 1);
        KafkaConnectionConfig study = live.withNamespace(namespace.name() + "-study");
        namespace.kafka().createTopics(live.topics());
        namespace.kafka().createTopics(study.topics());
        var story = new WardStory().bed("1");
        publish(live, story.alert("a1").raised(), story.alert("a2").raised());
        publish(study, story.alert("a1").raised());

        // when
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandRunner.of(new AlarmsCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute(
                        "report",
                        "--json",
                        "--from",
                        from(),
                        "--to",
                        to(),
                        "--config",
                        config(live),
                        "--namespace",
                        study.namespace(),
                        "--against",
                        live.namespace());

        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        JsonNode calls = new ObjectMapper().readTree(out.toString()).get("calls");
        assertThat(calls.get("before").asInt()).isEqualTo(2);
        assertThat(calls.get("after").asInt()).isEqualTo(1);
    }

    private static String from() {
        return WardStory.START.toString();
    }

    private static String to() {
        return WardStory.START.plus(Duration.ofHours(1)).toString();
    }

    private String config(KafkaConnectionConfig kafka) throws Exception {
        return Files.writeString(
                        directory.resolve("alert-analytics.yaml"),
                        "kafka:\n  bootstrapServers: %s\n  registryUrl: %s\n  namespace: %s\n  partitions: 1\n"
                                .formatted(kafka.bootstrapServers(), kafka.registryUrl(), kafka.namespace()))
                .toString();
    }

    private static void publish(KafkaConnectionConfig kafka, Alert... entries) throws Exception {
        var topic = kafka.topics().alertsLedger();
        var values = new AvroSerdes(kafka.registryUrl()).of(topic).serializer();
        try (var producer = new KafkaClients(kafka).producer(new StringSerializer(), values, Map.of())) {
            for (Alert entry : entries) {
                producer.send(new ProducerRecord<>(topic.name(), entry.getStay(), entry))
                        .get();
            }
        }
    }
}
