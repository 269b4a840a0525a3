package org.vigie.replay.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.AlertStory;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tries rules on streams that a real broker recorded. */
@ExtendWith(EmbeddedKafkaExtension.class)
class RulesTryCommandIT {
    private static final Instant RAISED = WardStory.at(35);

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRuleSetThatMissesARealAlarmIsToldWithTheAlarm(KafkaTestNamespace namespace) throws Exception {
        // given: a desaturation, and a clinician who judged its alarm useful
        KafkaConnectionConfig kafka = recorded(namespace);
        AlertStory alarm = story().alert("a1").raisedAt(RAISED);
        write(kafka, kafka.topics().alertsLedger(), "stay-1", alarm.raised());
        write(kafka, kafka.topics().alertsLedger(), "stay-1", useful(alarm));
        Map<TopicPartition, Long> before = ends(kafka);

        // when: the new rules call below 70 % only
        int code = run(kafka, lowered("70"), "--against", "adult-icu-3");

        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.NO);
        assertThat(out.toString())
                .contains("adult-icu-3: 0 of 1 real alarms missed")
                .contains("1 of 1 real alarms missed (REA/1 spo2_low " + RAISED + ")")
                .contains("-1 spo2_low");
        assertThat(ends(kafka)).isEqualTo(before);
    }

    @Test
    void theCurrentRulesAreThoseOfTheConfigurationOfTheApp(KafkaTestNamespace namespace) throws Exception {
        // given: the unit calls below 70 % only
        KafkaConnectionConfig kafka = recorded(namespace);
        Path config = Files.writeString(directory.resolve("alert-streams.yaml"), "rules: " + lowered("70") + "\n");

        // when
        int code = run(kafka, "adult-icu-3", "--config", config.toString());

        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(out.toString()).contains("calls lowered", "calls adult-icu-3", "+1 spo2_low");
    }

    @Test
    void bothRuleSetsStandSideBySideInJsonAndOnAPage(KafkaTestNamespace namespace) throws Exception {
        // given
        KafkaConnectionConfig kafka = recorded(namespace);
        Path page = directory.resolve("trial.html");

        // when: the current rules call below 70 % only, the new ones are the shipped ones
        int code = run(kafka, "adult-icu-3", "--against", lowered("70"), "--json", "--html", page.toString());

        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(out.toString().replaceAll("\\s", ""))
                .contains("\"calls\":{\"before\":0,\"after\":1}", "\"raised_by_new_only\":1", "\"unreadable\":1");
        assertThat(Files.readString(page))
                .contains("REA/1: +1 spo2_low", "<polyline", "No alarm of this page was sent");
        assertThat(err.toString()).contains("100 %  1 beds");
    }

    @Test
    void aMistakeInARuleFileIsToldWithItsLineBeforeAnythingIsRead() throws Exception {
        // given
        Path file = directory.resolve("new.yaml");
        Files.writeString(file, "version: x\nsource: y\nrules: 3\n");
        var kafka = KafkaConnectionConfig.defaults();

        // when
        int code = run(kafka, file.toString());

        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("new.yaml:").doesNotContain("broker");
    }

    private static BedStory story() {
        return new WardStory().bed("1");
    }

    private static Alert useful(AlertStory alarm) {
        return Alert.newBuilder(alarm.entry(AlertStateRecord.FEEDBACK, RAISED.plusSeconds(10)))
                .setFeedback(AlarmFeedbackRecord.USEFUL)
                .build();
    }

    private KafkaConnectionConfig recorded(KafkaTestNamespace namespace) throws Exception {
        var kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        namespace.kafka().createTopics(kafka.topics());
        BedStory bed = story();
        write(kafka, kafka.topics().staysCurrent(), "REA/1", bed.stays());
        var told = bed.steady(20, Map.of(VariableNames.SPO2, 97.0))
                .steady(30, Map.of(VariableNames.SPO2, 84.0))
                .steady(30, Map.of(VariableNames.SPO2, 97.0))
                .cleanObservations();
        for (CleanObservation observation : told) {
            write(kafka, kafka.topics().observationsClean(), observation.getStay(), observation);
        }
        writeBytes(kafka, kafka.topics().observationsClean().name(), "stay-1", new byte[] {1, 2, 3});
        return kafka;
    }

    /** Returns a file with the rules of adult-icu-3, whose first limit of SpO2 is another. */
    private String lowered(String limit) throws Exception {
        try (var shipped = AlarmRuleCatalogue.class.getResourceAsStream("adult-icu-3.yaml")) {
            String rules = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            int spo2 = rules.indexOf("- name: spo2_low");
            String lowered = rules.substring(spo2)
                    .replaceFirst("limit: 90, priority: MEDIUM", "limit: " + limit + ", priority: MEDIUM")
                    .replaceFirst("limit: 80, priority: HIGH", "limit: 60, priority: HIGH");
            return Files.writeString(
                            directory.resolve("lowered.yaml"),
                            rules.substring(0, spo2).replaceFirst("adult-icu-3", "lowered") + lowered)
                    .toString();
        }
    }

    private int run(KafkaConnectionConfig kafka, String... arguments) {
        var line = CommandRunner.of(new RulesCommand(), new PrintWriter(out), new PrintWriter(err));
        String[] common = {
            "try",
            "--broker",
            kafka.bootstrapServers(),
            "--registry",
            kafka.registryUrl(),
            "--namespace",
            kafka.namespace(),
            "--from",
            WardStory.START.toString(),
            "--to",
            WardStory.at(3_600).toString()
        };
        return line.execute(
                Stream.concat(Arrays.stream(common), Arrays.stream(arguments)).toArray(String[]::new));
    }

    /** A trial leaves an event in the audit trail and nothing in any other topic. */
    private static Map<TopicPartition, Long> ends(KafkaConnectionConfig kafka) {
        var topics = new ArrayList<>(kafka.topics().all());
        topics.removeIf(
                topic -> topic.name().equals(kafka.topics().auditEvents().name()));
        try (var reader = PartitionReader.fromEnd(kafka, topics)) {
            return reader.positions();
        }
    }

    private static <V extends SpecificRecord> void write(
            KafkaConnectionConfig kafka, Topic<V> topic, String key, V value) throws Exception {
        writeBytes(
                kafka,
                topic.name(),
                key,
                new AvroSerdes(kafka.registryUrl()).of(topic).serializer().serialize(topic.name(), value));
    }

    private static void writeBytes(KafkaConnectionConfig kafka, String topic, String key, byte[] value)
            throws Exception {
        try (var producer =
                new KafkaClients(kafka).producer(new StringSerializer(), new ByteArraySerializer(), Map.of())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }
}
